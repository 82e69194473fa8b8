// What somebody is told of while not looking, and how a notification of it looks: the same from the page and from the service
// worker, so that one takes the place of the other.

export const choices = ["off", "mentions", "all"] as const;
/** What to be told of. */
export type Choice = (typeof choices)[number];

/** The longest body of a notification, in characters; systems cut at about as many. */
const BODY = 160;

/** A message's text as a notification has it: in one line, and not the whole of a long one. */
export function shortened(text: string): string {
  const points = [...text.replace(/\s+/g, " ").trim()];
  return points.length <= BODY ? points.join("") : `${points.slice(0, BODY - 1).join("")}…`;
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
