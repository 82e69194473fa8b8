// Telling the others that I am typing, and how long it is believed.
import type { Platform } from "./platform.ts";

/** Said again at most this often, in milliseconds, while I go on. */
export const TYPING_EVERY_MS = 3_000;
/** Believed this long, in milliseconds, by those who hear it. */
export const TYPING_EXPIRES_MS = 5_000;

export interface Typist {
  /** May be called at each key. */
  typing(on: boolean): void;
  /** My message says by itself that I have stopped. */
  sent(): void;
}

export function createTypist(platform: Platform, say: (on: boolean) => void): Typist {
  let saidAt: number | undefined;
  return {
    typing(on) {
      const now = platform.now();
      if (on && saidAt !== undefined && now - saidAt < TYPING_EVERY_MS) return;
      if (!on && saidAt === undefined) return;
      saidAt = on ? now : undefined;
      say(on);
    },
    sent() {
      saidAt = undefined;
    },
  };
}
