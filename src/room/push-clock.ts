// When browsers are told next: soon after something was said, with what else was said by then, and not without a pause. Held in
// memory: who wakes from sleep has an alarm that was set before.
import type { LogEvent } from "../protocol/event.ts";
import type { Pushes } from "./pushes.ts";

/** What is said within so long, in milliseconds, is told together. */
const GATHER_MS = 1_000;
/** From one run to the next, in milliseconds: where everybody talks at once, nobody's telephone needs each line. */
const PAUSE_MS = 5_000;
/** After one that failed, in milliseconds. */
const AGAIN_MS = 60_000;
/** A run that is not over after so long, in milliseconds, was cut off, and is done again. */
const RUN_MS = 120_000;

export interface PushClock {
  /** These were recorded at `now` (ms): some may be for somebody who asked for it. */
  heard(events: readonly LogEvent[], now: number): void;
  began(now: number): void;
  /** A run is over; where it was not `done`, it is done again, though not at once. */
  ended(now: number, done: boolean): void;
  /** When the next run is due, in ms; nothing where there is nothing to tell. */
  readonly next: number | undefined;
  /** Whether it is time for it at `now` (ms), or may be: who woke by an alarm does not know what that was set for. */
  isDue(now: number): boolean;
}

/** For the subscriptions of a room. */
export function openPushClock(pushes: Pick<Pushes, "list" | "round">): PushClock {
  let news: number | undefined;
  let rested = 0;
  let over: number | undefined;
  let knows = false;
  return {
    heard(events, now) {
      const wanted = ({ kind, by }: LogEvent) => kind === "send" && pushes.list().some(({ member }) => member !== by);
      if (!events.some(wanted)) return;
      news ??= now;
      knows = true;
    },
    began(now) {
      news = undefined;
      knows = true;
      over = now + RUN_MS;
    },
    ended(now, done) {
      over = undefined;
      rested = now + (done ? PAUSE_MS : AGAIN_MS);
      if (!done) news ??= now;
    },
    get next() {
      if (over !== undefined) return over;
      const all = pushes.list();
      if (all.length === 0) return undefined;
      if (pushes.round.upto > pushes.round.seq) return rested - PAUSE_MS;
      const times = all.flatMap(({ due }) => (due > 0 ? due : []));
      if (news !== undefined) times.push(Math.max(news + GATHER_MS, rested));
      return times.length === 0 ? undefined : Math.min(...times);
    },
    isDue(now) {
      return !knows || (this.next ?? Infinity) <= now;
    },
  };
}
