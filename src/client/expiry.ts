// Things that are true of a member for a while: typing, and still being shown after leaving.
import type { Platform } from "./platform.ts";
import { createTimer, type Timer } from "./timer.ts";

export interface Expiry {
  /** It is true of this member for the whole time again. */
  start(member: string): void;
  clear(): void;
}

/** Calls `expired` for each member, `ms` milliseconds after the last `start` for them. */
export function createExpiry(platform: Platform, ms: number, expired: (member: string) => void): Expiry {
  const timers = new Map<string, Timer>();
  return {
    start(member) {
      const ring = () => {
        timers.delete(member);
        expired(member);
      };
      const timer = timers.get(member) ?? createTimer(platform, ring);
      timers.set(member, timer);
      timer.start(ms);
    },
    clear() {
      for (const timer of timers.values()) timer.stop();
      timers.clear();
    },
  };
}
