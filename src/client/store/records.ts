// Named records that outlive a tab, as far as an outbox needs them.

export interface Records {
  keys(): Promise<string[]>;
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

/** Records in memory: for tests and bots, and shared by several outboxes, as a browser's are by its tabs. */
export function memoryRecords(): Records {
  const rows = new Map<string, unknown>();
  return {
    keys: async () => [...rows.keys()],
    get: async (key) => structuredClone(rows.get(key)),
    set: async (key, value) => void rows.set(key, structuredClone(value)),
    remove: async (keys) => {
      for (const key of keys) rows.delete(key);
    },
  };
}
