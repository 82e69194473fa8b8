// How much was sent to everybody, and how much of it a session that says `got` has received.
// workerd has no `bufferedAmount`: without this, a paused socket would queue the room's traffic in memory without end.
import { SLOW_BYTES } from "../protocol/limits.ts";

export interface Traffic {
  /** Characters sent to each live session since the object was made. */
  readonly total: number;
  /** A frame went out that ends with this seq. */
  sent(seq: number, length: number): void;
  /** The total once this seq had been sent; for a seq before what is remembered, 0. */
  upTo(seq: number): number;
}

// Everybody gets the same frames, so one list of marks serves all sessions.
export function countTraffic(): Traffic {
  let total = 0;
  let marks: { seq: number; total: number }[] = [];
  return {
    get total() {
      return total;
    },
    sent(seq, length) {
      total += length;
      marks.push({ seq, total });
      // What lies this far back can't help anybody: they are slow by then.
      const [oldest] = marks;
      if (oldest !== undefined && total - oldest.total > 2 * SLOW_BYTES) {
        marks = marks.filter((mark) => total - mark.total <= SLOW_BYTES);
      }
    },
    upTo: (seq) => marks.findLast((mark) => mark.seq <= seq)?.total ?? 0,
  };
}
