// What a room forgets by itself when its time has come: what was said, where it is not kept for ever; bans that are over;
// guesses at the passcode. An alarm wakes the room for it, and for telling browsers what was said (push-news.ts).
import { type Core, transact } from "./core.ts";

/** So many events are cut at a time: each row that is deleted is written, and paid for. */
const CUT_EVENTS = 2_000;
/** Alarms are set for a time that is so coarse, in ms: not a new one for each message. */
const GRAIN_MS = 60_000;

/** What is left of a long log is cut so soon after, in ms: everybody else has a turn in between. */
const SOON_MS = 1_000;

/** When the next of these is due, as seen at `now` (ms since 1970); nothing where there is none. */
export function nextDue(core: Core, now: number): number | undefined {
  const next = Math.min(nextForgotten(core, now) ?? Infinity, core.pushClock.next ?? Infinity);
  return next === Infinity ? undefined : next;
}

function nextForgotten({ log, settings, bans, passes, cutShort }: Core, now: number): number | undefined {
  if (cutShort) return now + SOON_MS;
  const { keep } = settings.rules;
  const oldest = keep > 0 ? log.oldest : undefined;
  const times = [oldest === undefined ? undefined : oldest + keep * 1000, bans.nextEnd, passes.nextForgotten];
  const next = Math.min(...times.map((time) => time ?? Infinity));
  if (next === Infinity) return undefined;
  // What could not be done at once is tried again, but not at once.
  return Math.ceil(Math.max(next, now + GRAIN_MS) / GRAIN_MS) * GRAIN_MS;
}

/** Does what is due at `now` (ms). Says whether the log's tail has moved. */
export function doDue(core: Core, now: number): boolean {
  const { log, settings, bans, passes } = core;
  // Where this throws, it is not tried again as soon.
  core.cutShort = false;
  const { keep } = settings.rules;
  const moved = transact(core, () => {
    bans.sweep(now);
    passes.sweep(now);
    return keep > 0 && log.head > 0 && log.cut(now - keep * 1000 + 1, CUT_EVENTS);
  });
  core.cutShort = moved && (log.oldest ?? now) + keep * 1000 <= now;
  return moved;
}
