// Keeps what was last seen of a room, and shows it while the room can't be reached: no longer than the room itself has it.
import type { Room } from "../../room.ts";
import type { State } from "../../state.ts";
import {
  type LastPage,
  type LastPages,
  lastPages,
  pageOf,
  withoutForgotten,
  withoutUnheard,
} from "../../store/last-pages.ts";

/** What changed is kept at most this often, in milliseconds; and when the tab is put away. */
const KEEP_EVERY_MS = 10_000;
/** A room that has not answered after so many milliseconds is out of reach for now. */
const PATIENCE_MS = 4_000;

/** Follows a room, for as long as the page lives. */
export function followLastSeen(room: Room): void {
  const pages = lastPages();
  const { look, find, keep } = lastSeenOf(room, pages, Date.now);
  void pages.tidy(Date.now());
  setTimeout(find, PATIENCE_MS);
  room.subscribe(look);
  look();
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());
  addEventListener("pagehide", keep);
}

/** What is to be done as the room changes, with these pages and by this clock (ms since 1970). */
export function lastSeenOf(room: Room, pages: Omit<LastPages, "tidy">, now: () => number) {
  const name = room.state.room;
  let kept: State | undefined;
  let asked = false;
  let dropped = false;
  let found: LastPage | undefined;
  let shownWith: State["pending"] | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function keep() {
    clearTimeout(timer);
    timer = undefined;
    const { state } = room;
    if (!state.welcomed || isGone(state) || isKept(state)) return;
    kept = state;
    void pages.keep(name, pageOf(state, now()));
  }

  function isKept({ messages, rules }: State): boolean {
    return messages === kept?.messages && rules.keep === kept.rules.keep;
  }

  /** The room was deleted, and with it what was said there. */
  function drop() {
    if (dropped) return;
    dropped = true;
    kept = undefined;
    clearTimeout(timer);
    timer = undefined;
    void pages.forget(name);
  }

  async function find() {
    if (asked || room.state.welcomed) return;
    asked = true;
    found = await pages.recall(name);
    show();
  }

  function show() {
    const { welcomed, link, pending } = room.state;
    if (welcomed || found === undefined) return;
    // Whom the room won't have need not be shown what they saw of it.
    if (link.is === "refused") return hide(found);
    if (pending === shownWith) return;
    shownWith = pending;
    room.showKept(withoutUnheard(withoutForgotten(found, now()), pending));
  }

  function hide(page: LastPage) {
    found = undefined;
    if (shownWith !== undefined) room.showKept({ ...page, topic: "", messages: [] });
  }

  function look() {
    const { state } = room;
    if (isGone(state)) drop();
    else if (state.welcomed && !isKept(state)) {
      dropped = false;
      // What is kept may be of another log, or of this one before it was set back: what takes its place does so at once.
      if (kept?.epoch !== state.epoch || state.cursor < kept.cursor) keep();
      else timer ??= setTimeout(keep, KEEP_EVERY_MS);
    }
    if (!state.welcomed && state.link.is === "waiting") void find();
    show();
  }

  return { look, find, keep };
}

function isGone({ link }: State): boolean {
  return link.is === "refused" && link.code === "gone";
}
