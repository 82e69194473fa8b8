// An outbox store that lasts as long as its rows: for tests, bots, and browsers without storage.
import { noLocks } from "./locks.ts";
import { createOutboxStore, type OutboxStore } from "./outbox-store.ts";
import { memoryRecords, type Records } from "./records.ts";

/** A store of its own, or over rows that others share. */
export function memoryStore(room: string, tab = "memory", rows: Records = memoryRecords()): OutboxStore {
  return createOutboxStore(room, tab, rows, noLocks());
}
