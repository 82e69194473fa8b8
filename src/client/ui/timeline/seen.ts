// How far I have read each room in this browser, so that the "new" line stands where I left off.
import { recall, remember } from "../browser/remembered.ts";

/** The last seq that I saw of this log, or nothing. */
export function recallSeen(room: string, epoch: string): number | undefined {
  const [, log, digits] = /^(.*)\.(\d{1,15})$/.exec(recall(`seen ${room}`) ?? "") ?? [];
  return log === epoch && digits !== undefined ? Number(digits) : undefined;
}

/** I saw everything up to this seq. */
export function rememberSeen(room: string, epoch: string, seq: number): void {
  remember(`seen ${room}`, `${epoch}.${seq}`);
}
