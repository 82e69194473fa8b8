// How much was sent to everybody, and how much of it a session that says `got` has received.
// workerd has no `bufferedAmount`: without this, a paused socket would queue the room's traffic in memory without end.
// A close goes to the end of that queue and frees nothing: it is free again when the peer has read it, or is gone. The
// kernel takes the first 2 to 4 MiB of it, and each line that waits takes about 1 KiB of workerd beside its text, for
// the promise of its output gate (measured on npm run serve, 2026-11-22).
import { FRAME_COST, SLOW_BYTES } from "../protocol/limits.ts";
import { utf8Bytes } from "../protocol/utf8.ts";

export interface Traffic {
  /** Bytes (see `weigh`) sent to each session of a codec since the object was made. */
  readonly total: number;
  /** Something of so many bytes went out; `head` is the seq that it ends with, where it was events. */
  sent(bytes: number, head?: number): void;
  /** The total when the first events after this seq went out; all of it where there were none. */
  upTo(seq: number): number;
}

// Everybody gets the same frames, so one list of marks serves all sessions.
export function countTraffic(): Traffic {
  let total = 0;
  let marks: { head: number; before: number }[] = [];
  return {
    get total() {
      return total;
    },
    sent(bytes, head) {
      if (head !== undefined) marks.push({ head, before: total });
      total += bytes;
      // What lies this far back can't help anybody: they are slow by then.
      const [oldest] = marks;
      if (oldest !== undefined && total - oldest.before > 2 * SLOW_BYTES) {
        marks = marks.filter((mark) => total - mark.before <= SLOW_BYTES);
      }
    },
    // Rosters and typing have no seq: whoever has the last events may have all that came after them.
    upTo: (seq) => marks[marks.findLastIndex((mark) => mark.head <= seq) + 1]?.before ?? total,
  };
}

/** Bytes that frames take in the queue of a socket that nobody reads: their UTF-8, and FRAME_COST each. */
export function weigh(frames: readonly string[]): number {
  return frames.reduce((sum, frame) => sum + FRAME_COST + utf8Bytes(frame), 0);
}
