// Keeps what was last seen of a room, and shows it while the room can't be reached.
import type { Room } from "../../room.ts";
import type { State } from "../../state.ts";
import { type LastPage, lastPages, pageOf, withoutUnheard } from "../../store/last-pages.ts";

/** What changed is kept at most this often, in milliseconds; and when the tab is put away. */
const KEEP_EVERY_MS = 10_000;
/** A room that has not answered after so many milliseconds is out of reach for now. */
const PATIENCE_MS = 4_000;

/** Follows a room, for as long as the page lives. */
export function followLastSeen(room: Room): void {
  const name = room.state.room;
  const pages = lastPages();
  let kept: State["messages"] = [];
  let asked = false;
  let found: LastPage | undefined;
  let shownWith: State["pending"] | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function keep() {
    clearTimeout(timer);
    timer = undefined;
    const { state } = room;
    if (!state.welcomed || state.messages === kept) return;
    kept = state.messages;
    void pages.keep(name, pageOf(state, Date.now()));
  }

  async function find() {
    if (asked || room.state.welcomed) return;
    asked = true;
    found = await pages.recall(name);
    show();
  }

  function show() {
    const { welcomed, link, pending } = room.state;
    // Whom the room won't have need not be shown what they saw of it.
    if (welcomed || link.is === "refused" || found === undefined || pending === shownWith) return;
    shownWith = pending;
    room.showKept(withoutUnheard(found, pending));
  }

  function look() {
    const { welcomed, messages, link } = room.state;
    if (welcomed && messages !== kept) timer ??= setTimeout(keep, KEEP_EVERY_MS);
    if (!welcomed && link.is === "waiting") void find();
    show();
  }

  void pages.forgetOld();
  setTimeout(find, PATIENCE_MS);
  room.subscribe(look);
  look();
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());
  addEventListener("pagehide", keep);
}
