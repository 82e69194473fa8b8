// The rooms that this browser has been to, newest first, for its front page. They are told to nobody.
import { roomName } from "../../../protocol/room-name.ts";
import { recall, remember } from "./remembered.ts";

/** So many are remembered. */
export const MOST_ROOMS = 12;

export interface Visit {
  room: string;
  /** When, in milliseconds since 1970. */
  at: number;
}

/** Visits out of what was stored: a line for each, its time and then its name. What isn't one is left out. */
export function parseVisits(stored: string): Visit[] {
  return stored.split("\n").flatMap((line) => {
    const [, at = "", name = ""] = /^(\d{1,15}) (.+)$/.exec(line) ?? [];
    const room = roomName(name);
    return room === undefined ? [] : { room, at: Number(at) };
  });
}

/** The visits with this one, the newest first. */
export function withVisit(visits: readonly Visit[], visit: Visit): Visit[] {
  return [visit, ...visits.filter(({ room }) => room !== visit.room)].slice(0, MOST_ROOMS);
}

/** What is no longer among them is forgotten, and how far it was read. */
function keep(visits: readonly Visit[]): void {
  const kept = new Set(visits.map(({ room }) => room));
  for (const { room } of recentRooms()) if (!kept.has(room)) remember(`seen ${room}`, "");
  remember("rooms", visits.map(({ room, at }) => `${at} ${room}`).join("\n"));
}

/** The rooms, newest first. */
export function recentRooms(): Visit[] {
  return parseVisits(recall("rooms") ?? "");
}

/** Remembers a visit. */
export function visited(room: string, at: number): void {
  keep(withVisit(recentRooms(), { room, at }));
}

/** Forgets a room. */
export function forget(room: string): void {
  keep(recentRooms().filter((visit) => visit.room !== room));
}
