// Keeps the store in step with the outbox: what was left at the start, then the newest queue, one save at a time.
import type { Platform } from "./platform.ts";
import type { Pending } from "./state.ts";
import type { OutboxStore } from "./store/outbox-store.ts";
import { within } from "./within.ts";

/** A store that takes longer than this, in milliseconds, is not waited for: better sent than kept for ever. */
export const KEEP_WAIT_MS = 1_000;

export interface KeeperEvents {
  /** An earlier tab left these. Comes at the start, and whenever another tab dies. */
  found(left: readonly Pending[]): void;
  /** More of the queue has been kept. */
  kept(): void;
}

export interface Keeper {
  /** Looks again for what other tabs left. */
  look(): void;
  keep(queue: readonly Pending[]): void;
  /** Whether this op is in the store, or was waited for long enough. */
  has(id: string): boolean;
}

export function createKeeper(platform: Platform, store: OutboxStore, on: KeeperEvents): Keeper {
  let newest: readonly Pending[] | undefined;
  let kept: ReadonlySet<string> = new Set();
  // Nothing is saved, and so nothing sent, before it is known what goes first.
  let busy = true;
  void within(platform, KEEP_WAIT_MS, store.load(on.found).then(on.found)).then(save);

  async function save() {
    busy = true;
    for (let queue = newest; queue !== undefined; queue = newest) {
      newest = undefined;
      await within(platform, KEEP_WAIT_MS, store.save(queue));
      kept = new Set(queue.map(({ op }) => op.id));
      on.kept();
    }
    busy = false;
  }

  return {
    look: () => void store.load(on.found).then((left) => left.length > 0 && on.found(left)),
    keep(queue) {
      newest = queue;
      store.note(queue);
      if (!busy) void save();
    },
    has: (id) => kept.has(id),
  };
}
