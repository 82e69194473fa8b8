// When the room's log is another one than before: after a wipe, seqs begin again, and what was meant by one is gone.
import type { Pending, State } from "./state.ts";

/** The op as it can be sent to the log of this epoch. What it says about a message must never fall on another one. */
export function forLog(pending: Pending, epoch: string): Pending {
  const { op } = pending;
  // Before the first event there was no message that it could be about.
  if (pending.epoch === epoch || pending.epoch === "" || pending.status === "failed") return pending;
  if ("target" in op) return { ...pending, status: "failed", code: "no_message" };
  if (!("replyTo" in op)) return pending;
  const { replyTo, ...send } = op;
  return { ...pending, op: send };
}

/**
 * Whether this is another log than before, or the same one from an earlier time: what was meant by a seq is gone. The
 * first log that comes is another one too; before it nothing was meant.
 */
export function isOtherLog(before: State, after: State): boolean {
  return after.epoch !== before.epoch || after.cursor < before.cursor;
}
