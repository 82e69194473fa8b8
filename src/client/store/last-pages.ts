// The page of each room that was last on screen in this browser, to be read when the room can't be reached.
import { createStore, del, delMany, entries, get, promisifyRequest, type UseStore, update } from "idb-keyval";
import * as v from "valibot";
import { You } from "../../protocol/down.ts";
import { Message } from "../../protocol/event.ts";
import { Person } from "../../protocol/person.ts";
import type { Pending, State } from "../state.ts";

/** So many rooms are kept, those seen last, and of each so many messages. */
const MOST_ROOMS = 20;
const MOST_MESSAGES = 50;

const LastPage = v.object({
  /** When it was on screen, in milliseconds since 1970. */
  at: v.number(),
  epoch: v.string(),
  topic: v.string(),
  /** Seconds after which the room forgets what was said, by the rule that held then; 0 is never. */
  keep: v.optional(v.number(), 0),
  messages: v.array(Message),
  people: v.array(Person),
  you: v.optional(You),
});
export type LastPage = v.InferOutput<typeof LastPage>;

const Dated = v.object({ at: v.number() });

/** What of a state is kept. */
export function pageOf({ epoch, topic, rules, messages, people, you }: State, at: number): LastPage {
  const last = messages.slice(-MOST_MESSAGES);
  const mentioned = new Set(last.flatMap(({ by, reactions = [] }) => [by, ...reactions.flatMap((each) => each.by)]));
  const known = [...people.values()].filter(({ member }) => mentioned.has(member));
  return { at, epoch, topic, keep: rules.keep ?? 0, messages: [...last], people: known, ...(you && { you }) };
}

/** A page as it comes back: perhaps from another build, and then there is none. */
export function parsePage(row: unknown): LastPage | undefined {
  const page = v.safeParse(LastPage, row);
  return page.success ? page.output : undefined;
}

/** The page without what we have not heard back of: until the room is heard, that stands with what is not sent yet. */
export function withoutUnheard(page: LastPage, pending: readonly Pending[]): LastPage {
  const unheard = new Set(pending.map(({ op }) => op.id));
  return { ...page, messages: page.messages.filter(({ id }) => !unheard.has(id)) };
}

/** The page as the room would have it at `now` (ms since 1970): without what it has forgotten by then. */
export function withoutForgotten(page: LastPage, now: number): LastPage {
  const left = page.keep === 0 ? page.messages : page.messages.filter(({ at }) => at + page.keep * 1000 > now);
  return left.length === page.messages.length ? page : { ...page, messages: left };
}

/** What becomes of what is kept, by its rooms: those that were not seen for long go, and of the others what is forgotten. */
export function tidied<Key>(rows: readonly (readonly [Key, unknown])[], now: number) {
  const seen = rows
    .map(([room, row]) => ({ room, row, at: v.is(Dated, row) ? row.at : 0 }))
    .sort((a, b) => b.at - a.at);
  const cut = seen.slice(0, MOST_ROOMS).flatMap(({ room, row }) => {
    const page = parsePage(row);
    const left = page && withoutForgotten(page, now);
    return left === undefined || left === page ? [] : [{ room, page: left }];
  });
  return { old: seen.slice(MOST_ROOMS).map(({ room }) => room), cut };
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
    await store()("readwrite", (pages) => {
      pages.put(page, room);
      // Left to itself, it would be committed by a page that is gone by then.
      pages.transaction.commit();
      return promisifyRequest(pages.transaction);
    });
  }

  async function tidy(now: number): Promise<void> {
    const { old, cut } = tidied(await entries(store()), now);
    await delMany(old, store());
    // What another tab has kept meanwhile is newer.
    const unlessNewer = (page: LastPage) => (row: unknown) => (parsePage(row)?.at === page.at ? page : row);
    await Promise.all(cut.map(({ room, page }) => update(room, unlessNewer(page), store())));
  }

  async function recall(room: string): Promise<LastPage | undefined> {
    return parsePage(await get(room, store()));
  }

  return {
    /** What is kept while a page is being left is kept all the same, if anything was asked of the store before. */
    keep: (room: string, page: LastPage) => keep(room, page).catch(() => undefined),
    /** Forgets all but the rooms seen last, and of those what they have forgotten themselves by `now` (ms since 1970). */
    tidy: (now: number) => tidy(now).catch(() => undefined),
    recall: (room: string) => recall(room).catch(() => undefined),
    forget: (room: string) => del(room, store()).catch(() => undefined),
  };
}

export type LastPages = ReturnType<typeof lastPages>;
