// What becomes of an op when the room's log is another one than when it was written: after a wipe, seqs begin again.
import type { Pending } from "./state.ts";

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
