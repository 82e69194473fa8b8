// The addresses of rooms and of their messages, to go to or to send to others.
import { roomAddress } from "./address.ts";

/** A room's address on this site, by its name. */
export function roomPath(name: string): string {
  return `/r/${encodeURIComponent(name)}`;
}

/** The address of a message in the room on screen. */
export function messageAddress(seq: number): string {
  return `${roomAddress()}#m${seq}`;
}
