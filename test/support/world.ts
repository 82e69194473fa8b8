// A world for the client core: a clock that stands still until told, seeded chance, and sockets that lead to a room.
import { setImmediate } from "node:timers/promises";
import type { Platform, Socket, SocketEvents } from "../../src/client/platform.ts";

export interface World {
  platform: Platform;
  now(): number;
  /** Lets so many milliseconds go by, and all that is due in them happen in order. */
  pass(ms: number): Promise<void>;
  /** The network is back, or the tab is seen again. */
  hint(): void;
  /** Timers that are due some time, and listeners for hints. */
  due(): number;
}

/** Numbers that look random, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** `answer` is who answers when a socket is opened. */
export function createWorld(answer: (events: SocketEvents, url: string) => Socket, random = seeded(1)): World {
  let now = 1_790_000_000_000;
  let ids = 0;
  let timers: { at: number; then: () => void }[] = [];
  const hints = new Set<() => void>();

  async function pass(ms: number) {
    const end = now + ms;
    for (;;) {
      // Whatever waits for a promise, a store above all, gets its turn.
      await setImmediate();
      const next = timers.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      timers = timers.filter((timer) => timer !== next);
      now = Math.max(now, next.at);
      next.then();
    }
    now = end;
  }

  const platform: Platform = {
    now: () => now,
    after(ms, then) {
      const timer = { at: now + ms, then };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    random,
    mintId: () => `id-${String(++ids).padStart(13, "0")}`,
    openSocket: (url, _, events) => answer(events, url),
    onHint(hint) {
      hints.add(hint);
      return () => hints.delete(hint);
    },
  };
  return {
    platform,
    now: () => now,
    pass,
    hint: () => {
      for (const hint of hints) hint();
    },
    due: () => timers.length + hints.size,
  };
}
