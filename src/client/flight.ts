// The one frame of ops that is on its way: of which of them the room has not spoken yet.
import type { Platform } from "./platform.ts";
import { createTimer } from "./timer.ts";

/** A living link that says nothing of our ops for this long, in milliseconds, is made anew. */
export const ECHO_WAIT_MS = 10_000;

export interface Flight {
  readonly empty: boolean;
  start(ids: readonly string[]): void;
  /** The room has spoken of these. */
  land(ids: Iterable<string>): void;
  /** What is in flight from this id on, or all. */
  from(id: string | undefined): string[];
  /** Nothing is in flight any more. */
  recall(): void;
}

/** `silent` is called when nothing landed for ECHO_WAIT_MS. */
export function createFlight(platform: Platform, silent: () => void): Flight {
  const flying = new Set<string>();
  const echo = createTimer(platform, silent);
  return {
    get empty() {
      return flying.size === 0;
    },
    start(ids) {
      for (const id of ids) flying.add(id);
      echo.start(ECHO_WAIT_MS);
    },
    land(ids) {
      let some = false;
      for (const id of ids) some = flying.delete(id) || some;
      if (flying.size === 0) echo.stop();
      else if (some) echo.start(ECHO_WAIT_MS);
    },
    from(id) {
      const ids = [...flying];
      if (id === undefined) return ids;
      return flying.has(id) ? ids.slice(ids.indexOf(id)) : [];
    },
    recall() {
      flying.clear();
      echo.stop();
    },
  };
}
