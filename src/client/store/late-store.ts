// An outbox store that is still being fetched: it is needed only when something was written or left behind.
import type { OutboxStore } from "./outbox-store.ts";

/** The store that `load` brings. Where it can't be had, nothing outlives its tab, as where there is no storage. */
export function lateStore(load: () => Promise<OutboxStore>): OutboxStore {
  const store = load().catch(() => undefined);
  return {
    load: async (later) => (await store)?.load(later) ?? [],
    note: (queue) => void store.then((each) => each?.note(queue)),
    save: async (queue) => (await store)?.save(queue),
    close: () => void store.then((each) => each?.close()),
  };
}
