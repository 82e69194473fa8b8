// The rows of a browser: one database of our own, shared by all tabs.
import { createStore, delMany, get, keys, set, type UseStore } from "idb-keyval";
import type { Records } from "./records.ts";

/** Rejects where the browser gives no storage (private windows of some). */
export function indexedDbRecords(): Records {
  let opened: UseStore | undefined;
  // Not before the first use, so that a browser without IndexedDB fails there.
  const store = () => {
    opened ??= createStore("parlor", "parlor");
    return opened;
  };
  return {
    keys: async () => (await keys(store())).filter((key) => typeof key === "string"),
    get: async (key) => get(key, store()),
    set: async (key, value) => set(key, value, store()),
    remove: async (gone) => delMany(gone, store()),
  };
}
