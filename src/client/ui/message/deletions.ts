// What I have just deleted: it can be undone for a moment, and only then the room is asked.
import { signal } from "@preact/signals";
import type { Room } from "../../room.ts";

/** So long a deletion can be undone, in milliseconds. */
const UNDO_MS = 5_000;

/** Deletions in a room that can still be undone. */
export function createDeletions(room: Room) {
  const going = signal<ReadonlySet<number>>(new Set());
  const timers = new Map<number, ReturnType<typeof setTimeout>>();

  /** Ends the wait, if there is one for this message. */
  function settle(seq: number): boolean {
    clearTimeout(timers.get(seq));
    const waited = timers.delete(seq);
    going.value = new Set(timers.keys());
    return waited;
  }

  function ask(seq: number) {
    if (settle(seq)) room.delete(seq);
  }

  // Who leaves does not come back to undo.
  addEventListener("pagehide", () => {
    if (timers.size === 0) return;
    for (const seq of [...timers.keys()]) ask(seq);
    room.hurry();
  });

  return {
    /** Seqs of the messages that are going. */
    going,
    delete(seq: number) {
      if (timers.has(seq)) return;
      timers.set(
        seq,
        setTimeout(() => ask(seq), UNDO_MS),
      );
      going.value = new Set(timers.keys());
    },
    undo: (seq: number) => void settle(seq),
    /** The log is another one: these seqs mean something else. */
    forget() {
      for (const seq of [...timers.keys()]) settle(seq);
    },
  };
}
