// Messages and unsent ops as a screen gets them, made up in a line.
import type { Pending } from "../../src/client/state.ts";
import { type Entry, entriesOf } from "../../src/client/ui/timeline/entries.ts";
import type { Message } from "../../src/protocol/event.ts";
import type { Op } from "../../src/protocol/op.ts";

export const noon = new Date(2026, 2, 3, 12).getTime();

/** A message as the log has it. */
export function said(seq: number, by: string, at = noon, more: Partial<Message> = {}): Message {
  return { seq, id: `id-of-message-${seq}`, by, at, kind: "send", body: { text: `line ${seq}` }, ...more };
}

/** An op that is not in the log. */
export function unsent(op: Op, status: Pending["status"] = "waiting"): Pending {
  return status === "failed"
    ? { op, at: noon, epoch: "", status, code: "internal" }
    : { op, at: noon, epoch: "", status };
}

/** What Ann's timeline shows of them. */
export function annSees(messages: Message[], pending: Pending[] = [], going: number[] = []): Entry[] {
  return entriesOf({ messages, pending, me: "ann", latest: true, going: new Set(going) });
}
