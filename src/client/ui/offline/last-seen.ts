// Keeps what was last seen of a room, and shows it while the room can't be reached.
import type { Room } from "../../room.ts";
import type { State } from "../../state.ts";
import { lastPages, pageOf } from "../../store/last-pages.ts";

/** What changed is kept at most this often, in milliseconds; and when the tab is put away. */
const KEEP_EVERY_MS = 10_000;

/** Follows a room, for as long as the page lives. */
export function followLastSeen(room: Room): void {
  const name = room.state.room;
  const pages = lastPages();
  let kept: State["messages"] = [];
  let asked = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function keep() {
    clearTimeout(timer);
    timer = undefined;
    const { state } = room;
    if (!state.welcomed || state.messages === kept) return;
    kept = state.messages;
    void pages.keep(name, pageOf(state, Date.now()));
  }

  function look() {
    const { welcomed, messages, link } = room.state;
    if (welcomed) {
      if (messages !== kept) timer ??= setTimeout(keep, KEEP_EVERY_MS);
    } else if (link.is === "waiting" && !asked) {
      asked = true;
      void pages.recall(name).then((page) => page && room.showKept(page));
    }
  }

  room.subscribe(look);
  look();
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && keep());
  addEventListener("pagehide", keep);
}
