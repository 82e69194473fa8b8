// Where a browser keeps an outbox: in IndexedDB, under a lock where there are locks, and with last words in localStorage.
import { indexedDbRecords } from "./indexed-db.ts";
import { localWords } from "./local-words.ts";
import { noLocks } from "./locks.ts";
import { createOutboxStore, type OutboxStore } from "./outbox-store.ts";
import { webLocks } from "./web-locks.ts";

/** The outbox of one tab in a room; `tab` is new at each page load and sorts by time. */
export function browserStore(room: string, tab: string): OutboxStore {
  // The Web Locks API is for secure contexts; the types don't know.
  const locks = isSecureContext ? webLocks(navigator.locks) : noLocks();
  return createOutboxStore(room, tab, indexedDbRecords(), locks, localWords());
}
