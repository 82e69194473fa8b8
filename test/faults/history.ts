// What happened to the people of a room, one thing after another: what the checker judges.
import type { Event, Logged, Message } from "../../src/protocol/event.ts";
import type { Op } from "../../src/protocol/op.ts";

/** What an op or an event says, whatever its id and place; null where its words were taken out of the log. */
export type Content = string | null;

/** An event as somebody saw it, or as the log has it. */
export interface Place {
  seq: number;
  id: string;
  content: Content;
}

/** A message as it stands after all that was done to it. */
export interface Line {
  seq: number;
  id: string;
  text: string | null;
}

export type Entry =
  /** A client is opened, or loaded again: it has seen nothing yet. */
  | { is: "open"; who: string }
  /** An op was put into somebody's outbox. `who` is a client: one outbox, over any number of links and reloads. */
  | { is: "send"; who: string; id: string; content: Content }
  /** Its sender has seen that it is in the log. */
  | { is: "ack"; who: string; id: string }
  /** Its sender was told that it will not be. */
  | { is: "refused"; who: string; id: string; code: string }
  /** A client's view begins anew at this seq, by a page; `told` says whether the room said `reset`. */
  | { is: "start"; who: string; epoch: string; seq: number; told: boolean }
  /** A client has applied an event. */
  | ({ is: "deliver"; who: string; epoch: string } & Place)
  /** What a client shows when all is quiet. */
  | { is: "screen"; who: string; epoch: string; cursor: number; lines: Line[] }
  /** What the log was in the end: every event that was ever in it, and its messages as they are now. */
  | { is: "read"; epoch: string; log: Place[]; lines: Line[] };

export type History = Entry[];

/** What the room adds; and of a ban that it holds for an address, which is left out where the room knows none. */
const UNSAID = new Set(["seq", "by", "at", "address"]);

/** What an event says, or an op. */
export function contentOf(said: Event | Op | Logged): Content {
  if ("body" in said && said.body === null) return null;
  // What a client of this build knows no kind for, it keeps the kind of.
  const { id: _, was, ...rest } = { was: said.kind, ...said };
  const parts = Object.entries({ ...rest, kind: was }).filter(([name]) => !UNSAID.has(name));
  return JSON.stringify(parts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A message as a line of a screen, with all that hangs at it. */
export function lineOf({ seq, id, body, reactions = [], edited }: Message): Line {
  if (body === null) return { seq, id, text: null };
  const marks = reactions.map(({ emoji, by }) => `${emoji}${by.length}`).sort();
  return { seq, id, text: [body.text, ...marks, ...(edited === undefined ? [] : ["edited"])].join(" ") };
}
