// Which event a webhook is told next: the first in the log after its cursor that it is to be told of.
import { programOf } from "../protocol/bot.ts";
import type { LogEvent } from "../protocol/event.ts";
import { tellOf } from "../protocol/hook.ts";
import type { Hook, Hooks } from "./hooks.ts";
import type { Log } from "./log.ts";

export interface Queue {
  /** The seq of the event that it is told next; nothing where it has heard all. */
  next(hook: Hook): number | undefined;
}

/** So many events are looked through at a time; after as many that one need not hear, the place is kept: one row. */
const LOOK_EVENTS = 200;

/** Whether a hook is told of this event. What programs do it is not told of: two of them would talk for ever. */
export function wants({ tells }: Pick<Hook, "tells">, { kind, by }: Pick<LogEvent, "kind" | "by">): boolean {
  return programOf(by) === undefined && tells.includes(tellOf(kind));
}

/** The queue of each hook. How far one was looked through is remembered, so that a turn reads what it wrote at most. */
export function openQueue(log: Log, hooks: Hooks): Queue {
  const places = new Map<string, { cursor: number; looked: number; next: number | undefined }>();

  function look(hook: Hook, from: number): { looked: number; next: number | undefined } {
    for (let looked = from; looked < log.head; ) {
      const events = log.since(looked, LOOK_EVENTS);
      const found = events.find((event) => wants(hook, event));
      if (found !== undefined) return { looked, next: found.seq };
      looked = events.at(-1)?.seq ?? log.head;
    }
    return { looked: log.head, next: undefined };
  }

  return {
    next(hook) {
      const { member, cursor } = hook;
      const known = places.get(member);
      const place = known?.cursor === cursor ? known : { cursor, looked: cursor, next: undefined };
      // What the room has forgotten since, nobody is told.
      if (place.next !== undefined && place.next >= log.tail) return place.next;
      const found = { cursor, ...look(hook, Math.max(place.looked, log.tail - 1)) };
      if (found.next === undefined && found.looked - cursor >= LOOK_EVENTS) {
        found.cursor = found.looked;
        hooks.change(member, { cursor: found.looked });
      }
      places.set(member, found);
      return found.next;
    },
  };
}
