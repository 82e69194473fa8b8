// What this browser's reader wants to be told of, room by room: kept in IndexedDB, where the service worker finds it too.
import { createStore, entries, get, promisifyRequest, type UseStore } from "idb-keyval";
import { type Choice, parseChoice } from "../../protocol/notice.ts";

/** What was asked for in a room. */
export interface Bell {
  choice: Choice;
  /** Also while no tab of it is open. */
  push: boolean;
  /** Where the room pushes to, as far as is known, and what: to be taken back where nothing is wanted any more. */
  endpoint: string | undefined;
  told: Choice;
  /** What the screen called the room. */
  title: string | undefined;
}

/** What comes back of one: perhaps from another build. */
type Row = { [key in keyof Bell]?: unknown } | null | undefined;

/** Reads it; where nothing was said, nothing is wanted. Without a library, for the service worker's sake. */
export function readBell(row: Row): Bell {
  const text = (field: unknown) => (typeof field === "string" ? field : undefined);
  return {
    choice: parseChoice(text(row?.choice)),
    push: row?.push === true,
    endpoint: text(row?.endpoint),
    told: parseChoice(text(row?.told)),
    title: text(row?.title),
  };
}

export type Bells = ReturnType<typeof openBells>;

/** Those of this browser. What it has no storage for is known to this page alone. Nothing here rejects. */
export function openBells() {
  let opened: UseStore | undefined;
  // A database of its own: in that of the outboxes every row is somebody's unsent words.
  const store = () => {
    opened ??= createStore("parlor-bells", "rooms");
    return opened;
  };
  const unkept = new Map<string, Bell>();

  async function of(room: string): Promise<Bell> {
    // Where there is no IndexedDB at all, to open it throws.
    const row = async () => get<Row>(room, store());
    return unkept.get(room) ?? readBell(await row().catch(() => undefined));
  }

  return {
    of,
    /** Every room that something is known of. */
    async all(): Promise<[room: string, bell: Bell][]> {
      const rows = async () => entries<string, Row>(store());
      const kept = (await rows().catch(() => [])).map(([room, row]) => [room, readBell(row)] as const);
      return [...new Map([...kept, ...unkept])];
    },
    /** Changes one, whatever others make of it meanwhile. One that says nothing any more is forgotten. */
    async change(room: string, to: (bell: Bell) => Bell): Promise<void> {
      try {
        await store()("readwrite", (rows) => {
          const found: IDBRequest<Row> = rows.get(room);
          found.onsuccess = () => {
            const next = to(readBell(found.result));
            if (next.choice === "off" && next.endpoint === undefined) rows.delete(room);
            else rows.put(next, room);
          };
          return promisifyRequest(rows.transaction);
        });
      } catch {
        unkept.set(room, to(await of(room)));
      }
    },
  };
}
