// The page of each room that was last on screen in this browser, to be read when the room can't be reached.
import { createStore, delMany, entries, get, set, type UseStore } from "idb-keyval";
import * as v from "valibot";
import { Message } from "../../protocol/event.ts";
import { Person } from "../../protocol/person.ts";
import type { State } from "../state.ts";

/** So many rooms are kept, those seen last, and of each so many messages. */
const MOST_ROOMS = 20;
const MOST_MESSAGES = 50;

const LastPage = v.object({
  /** When it was on screen, in milliseconds since 1970. */
  at: v.number(),
  epoch: v.string(),
  topic: v.string(),
  messages: v.array(Message),
  people: v.array(Person),
  you: v.optional(v.object({ ...Person.entries, role: v.string() })),
});
export type LastPage = v.InferOutput<typeof LastPage>;

/** What of a state is kept. */
export function pageOf({ epoch, topic, messages, people, you }: State, at: number): LastPage {
  const last = messages.slice(-MOST_MESSAGES);
  const mentioned = new Set(last.flatMap(({ by, reactions = [] }) => [by, ...reactions.flatMap((each) => each.by)]));
  const known = [...people.values()].filter(({ member }) => mentioned.has(member));
  return { at, epoch, topic, messages: [...last], people: known, ...(you && { you }) };
}

/** A page as it comes back: perhaps from another build, and then there is none. */
export function parsePage(row: unknown): LastPage | undefined {
  const page = v.safeParse(LastPage, row);
  return page.success ? page.output : undefined;
}

/** Keeps and recalls pages. Nothing here rejects: where there is no storage, there is no page. */
export function lastPages() {
  let opened: UseStore | undefined;
  // A database of its own: in that of the outboxes every row is somebody's unsent words.
  const store = () => {
    opened ??= createStore("parlor-pages", "pages");
    return opened;
  };

  async function keep(room: string, page: LastPage): Promise<void> {
    await set(room, page, store());
    const rows = (await entries(store())).map(([key, row]) => ({ key, at: parsePage(row)?.at ?? 0 }));
    const old = rows.sort((a, b) => b.at - a.at).slice(MOST_ROOMS);
    if (old.length > 0)
      await delMany(
        old.map(({ key }) => key),
        store(),
      );
  }

  return {
    keep: (room: string, page: LastPage) => keep(room, page).catch(() => undefined),
    recall: (room: string) =>
      get(room, store())
        .then(parsePage)
        .catch(() => undefined),
  };
}
