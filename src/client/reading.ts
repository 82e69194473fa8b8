// Telling the others how far I have read: the latest word counts, so there is no need to say every one.
import type { Platform } from "./platform.ts";
import { createTimer } from "./timer.ts";

/** Said at most this often, in milliseconds. */
export const READ_EVERY_MS = 1_000;

export interface Reading {
  sawUpTo(seq: number): void;
  /** A new link: the room forgot what I said on the one before. */
  again(): void;
  /** The log is another one: its seqs mean something else. */
  startOver(): void;
  stop(): void;
}

export function createReading(platform: Platform, say: (seq: number) => void): Reading {
  let seen = 0;
  let said = 0;
  const pause = createTimer(platform, tell);

  function tell() {
    if (seen <= said || pause.running) return;
    said = seen;
    say(seen);
    pause.start(READ_EVERY_MS);
  }

  return {
    sawUpTo(seq) {
      seen = Math.max(seen, seq);
      tell();
    },
    again() {
      said = 0;
      tell();
    },
    startOver() {
      seen = said = 0;
    },
    stop: pause.stop,
  };
}
