// The last words of a page that goes away while something is still being kept: in localStorage, which is written at once.
import type { LastWords } from "./outbox-store.ts";

const PREFIX = "parlor/outbox/";

/** Where a browser gives no storage, or has no room in it, there are none. */
export function localWords(): LastWords {
  return {
    rows: () => attempt(() => Object.keys(localStorage).flatMap(rowOf)) ?? [],
    get: (row) => attempt(() => JSON.parse(localStorage.getItem(PREFIX + row) ?? "null")) ?? undefined,
    set: (row, queue) => attempt(() => localStorage.setItem(PREFIX + row, JSON.stringify(queue))),
    remove: (row) => attempt(() => localStorage.removeItem(PREFIX + row)),
    onLeaving: (leave) => addEventListener("pagehide", leave),
  };
}

function rowOf(key: string): string[] {
  return key.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : [];
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
