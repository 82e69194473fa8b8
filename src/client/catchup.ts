// Whether this client is level with the room's log, and how it becomes so: by saying hello from its cursor, and again
// whenever something is missing.
import type { Platform } from "./platform.ts";
import type { State } from "./state.ts";
import { createTimer } from "./timer.ts";

/** A pong may overtake the events that it speaks of; still behind after this many milliseconds, something is missing. */
export const BEHIND_MS = 2_000;
/** A welcome or the next batch of a resume that has not come after this many milliseconds won't come: slow links exist. */
export const OVERDUE_MS = 30_000;

export interface CatchUpOptions {
  platform: Platform;
  state(): State;
  sayHello(): void;
  renew(): void;
}

export interface CatchUp {
  /** All that the room had at the welcome is here: only now ops are sent, for only now their echoes come. */
  readonly level: boolean;
  hello(): void;
  /** The room wants to be greeted later, in milliseconds. Says whether a hello was on its way at all. */
  refused(waitMs: number): boolean;
  /** A welcome of this head was applied. */
  welcomed(head: number): void;
  /** Events were applied, of a resume that has more of them or not. */
  advanced(more: boolean): void;
  /** There are events between the cursor and one that came. Asks once: the rest comes with the welcome. */
  missing(): void;
  /** A pong told where the log stands. */
  told(epoch: string, head: number): void;
  /** The link is gone. */
  lost(): void;
}

export function createCatchUp({ platform, state, sayHello, renew }: CatchUpOptions): CatchUp {
  /** Hello was said, and its welcome has not come. */
  let greeting = false;
  let level = false;
  let goal = 0;
  const overdue = createTimer(platform, renew);
  const again = createTimer(platform, hello);
  const behind = createTimer(platform, () => {
    if (level && state().head > state().cursor) hello();
  });

  function hello() {
    greeting = true;
    level = false;
    overdue.start(OVERDUE_MS);
    sayHello();
  }

  function advanced(more: boolean) {
    if (greeting) return;
    level = !more && state().cursor >= goal;
    if (level) overdue.stop();
    else overdue.start(OVERDUE_MS);
  }

  return {
    get level() {
      return level;
    },
    hello,
    refused(waitMs) {
      if (greeting) again.start(waitMs);
      return greeting;
    },
    welcomed(head) {
      greeting = false;
      goal = head;
      advanced(false);
    },
    advanced,
    missing() {
      if (!greeting) hello();
    },
    told(epoch, head) {
      if (!level) return;
      // With no epoch yet we may just be about to hear of the first event.
      if (state().epoch !== "" && epoch !== state().epoch) hello();
      else if (head > state().cursor && !behind.running) behind.start(BEHIND_MS);
    },
    lost() {
      greeting = level = false;
      overdue.stop();
      again.stop();
      behind.stop();
    },
  };
}
