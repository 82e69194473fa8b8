// What somebody is told of while not looking, and how a notification of it looks: the same from the page and from the service
// worker, so that one takes the place of the other.
import type { Message } from "./event.ts";

export const choices = ["off", "mentions", "all"] as const;
/** What to be told of. */
export type Choice = (typeof choices)[number];

/** What was stored, if it is a choice. */
export function parseChoice(stored: string | undefined): Choice {
  return choices.find((each) => each === stored) ?? "off";
}

export interface Reader {
  choice: Choice;
  /** The room is being looked at: a tab is in front and has the focus. */
  looking: boolean;
  /** My member id. */
  me: string;
  /** Whether a text means me. */
  mentioned(text: string): boolean;
}

export interface Notice {
  message: Message;
  /** It means me, so that it may be heard again although a notification of this room is still shown. */
  mention: boolean;
}

/** The one message to tell of, if any: the last that means me, or else the last. Mine and deleted ones are none. */
export function noticeOf(came: readonly Message[], { choice, looking, me, mentioned }: Reader): Notice | undefined {
  if (choice === "off" || looking) return undefined;
  const heard = came.filter(({ by, body }) => by !== me && body !== null);
  const called = heard.findLast(({ body }) => mentioned(body?.text ?? ""));
  if (called !== undefined) return { message: called, mention: true };
  const last = heard.at(-1);
  return choice === "all" && last !== undefined ? { message: last, mention: false } : undefined;
}

/** The longest body of a notification, in characters; systems cut at about as many. */
const BODY = 160;

/** A message's text as a notification has it: in one line, and not the whole of a long one. */
export function shortened(text: string): string {
  const points = [...text.replace(/\s+/g, " ").trim()];
  return points.length <= BODY ? points.join("") : `${points.slice(0, BODY - 1).join("")}…`;
}

/** Who says it, and where: several rooms may tell of something. */
export function noticeTitle(name: string, room: string): string {
  return `${name} · ${room}`;
}

/** Tells the notifications of one room from those of another: each has one at a time. */
export function noticeTag(room: string): string {
  return `room ${room}`;
}

/** What a notification is of. */
export interface Noticed {
  room: string;
  seq: number;
  body: string;
  /** Heard also where a notification of this room is still shown. */
  again: boolean;
}

/** A notification but for its title. A press on it opens `url`. */
export function noticeOptions({ room, seq, body, again }: Noticed) {
  const url = `/r/${encodeURIComponent(room)}#m${seq}`;
  return { tag: noticeTag(room), body, icon: "/icon-180.png", renotify: again, data: { url } };
}
