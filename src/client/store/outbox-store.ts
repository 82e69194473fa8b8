// Where a tab keeps its outbox of one room, so that it outlives the tab; and how one that was left behind is adopted.
// Each tab has an outbox of its own, under a lock that it holds for as long as it lives: a free lock is a dead owner.
import type { Pending } from "../state.ts";
import { parseKept } from "./kept.ts";
import type { Locks } from "./locks.ts";
import type { Records } from "./records.ts";

/** Nothing here ever rejects: where there is no storage, the outbox lives as long as its tab. */
export interface OutboxStore {
  /**
   * What other tabs left behind, oldest tab first. `later` hears of those whose owner lives still, when it dies.
   * Called again, it looks for those that came since.
   */
  load(later: (left: Pending[]) => void): Promise<Pending[]>;
  /** What is to be kept next, for the case that the page goes away before it is. */
  note(queue: readonly Pending[]): void;
  /** Resolves when `queue` is kept in place of the one before, with all that was adopted in it or settled. */
  save(queue: readonly Pending[]): Promise<void>;
  /** Lets go: what is kept is the next tab's to adopt. */
  close(): void;
}

/** Where a page that goes away can still leave something in the same moment: a browser's storage answers too late. */
export interface LastWords {
  rows(): string[];
  get(row: string): unknown;
  set(row: string, queue: readonly Pending[]): void;
  remove(row: string): void;
  /** Calls `leave` whenever the page goes away, be it that it comes back. */
  onLeaving(leave: () => void): void;
}

/**
 * A store over rows `room/tab`. `tab` must be new at each page load and sort by time: a reload adopts what the same tab
 * left, and a tab that was duplicated can't take its twin's.
 */
export function createOutboxStore(
  room: string,
  tab: string,
  rows: Records,
  locks: Locks,
  words?: LastWords,
): OutboxStore {
  const mine = `${room}/${tab}`;
  /** Records whose ops are ours now. They stay until a save has them too, their locks until we die. */
  let adopted: string[] = [];
  /** Records that were looked at, or are waited for. */
  const known = new Set([mine]);
  let looked = false;
  let newest: readonly Pending[] = [];
  let saved = newest;
  words?.onLeaving(() => {
    if (newest !== saved) words.set(mine, newest);
  });

  async function adopt(row: string): Promise<Pending[]> {
    // Last words are newer than what was kept before.
    const kept = parseKept(words?.get(row) ?? (await rows.get(row)));
    // What this build can't read is left for one that can.
    if (kept === undefined) return [];
    adopted.push(row);
    return kept;
  }

  async function load(later: (left: Pending[]) => void): Promise<Pending[]> {
    // Without locks a row that comes later is some living tab's.
    if (looked && !locks.tell) return [];
    const held = looked || locks.take(mine, false);
    looked = true;
    const all = new Set([...(await rows.keys()), ...(words?.rows() ?? [])]);
    const others = [...all].filter((row) => row.startsWith(`${room}/`) && !known.has(row)).sort();
    for (const row of others) known.add(row);
    await held;
    const found: Pending[] = [];
    for (const row of others) {
      if (await locks.take(row, false)) found.push(...(await adopt(row)));
      // A page being reloaded may not have let go yet, and other tabs will close some day.
      else void locks.take(row, true).then(async (free) => free && later(await adopt(row)), ignore);
    }
    return found;
  }

  async function save(queue: readonly Pending[]): Promise<void> {
    const done = adopted;
    if (queue.length > 0) await rows.set(mine, queue);
    else await rows.remove([mine]);
    saved = queue;
    words?.remove(mine);
    if (done.length > 0) await rows.remove(done);
    for (const row of done) words?.remove(row);
    adopted = adopted.filter((row) => !done.includes(row));
  }

  return {
    note(queue) {
      newest = queue;
    },
    load: (later) => load(later).catch(() => []),
    save: (queue) => save(queue).catch(ignore),
    close: () => locks.close(),
  };
}

function ignore() {}
