// Waiting for something that may hang, but not for ever.
import type { Platform } from "./platform.ts";

/** Resolves when `work` has ended, well or not, or when `ms` milliseconds have passed. Never rejects. */
export function within(platform: Platform, ms: number, work: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const cancel = platform.after(ms, resolve);
    const done = () => {
      cancel();
      resolve();
    };
    work.then(done, done);
  });
}
