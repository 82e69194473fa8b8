// One timer that can be started anew and stopped: at most one ring is ever due.
import type { Platform } from "./platform.ts";

export interface Timer {
  readonly running: boolean;
  /** Rings after `ms` milliseconds from now, whatever was due before. */
  start(ms: number): void;
  stop(): void;
}

export function createTimer(platform: Platform, ring: () => void): Timer {
  let cancel: (() => void) | undefined;
  const stop = () => {
    cancel?.();
    cancel = undefined;
  };
  return {
    get running() {
      return cancel !== undefined;
    },
    start(ms) {
      stop();
      cancel = platform.after(ms, () => {
        cancel = undefined;
        ring();
      });
    },
    stop,
  };
}
