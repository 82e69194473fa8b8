// The browser's tab of a room: its title and icon tell what came unseen, this browser remembers having been here,
// and may have come to own the room.
import { useComputed, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Message } from "../../../protocol/event.ts";
import { mentionsMe } from "../../../protocol/mentions.ts";
import { words } from "../../i18n/index.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { sayBriefly } from "../browser/brief.ts";
import { recall } from "../browser/remembered.ts";
import { visited } from "../browser/visits.ts";
import { reportLooking } from "../notice/looking.ts";
import { hueOf } from "../people/hue.ts";
import { secretIn, takeMove } from "./move.ts";
import { roomTitle } from "./room-title.ts";
import { second } from "./second.ts";
import { icon, tabTitle } from "./title.ts";
import type { View } from "./view.ts";

/** Takes the room over, where the address says that I come from a device that owns it. */
async function arriveAsOwner({ room }: View) {
  const secret = secretIn(location.hash);
  if (secret === undefined) return;
  // It is nobody else's to see, nor to go back to.
  history.replaceState(null, "", location.pathname);
  const { mine: say } = laterWords.value;
  sayBriefly((await takeMove(room.state.room, secret)) ? say.moved : say.notMoved);
  // In, where the room had asked for its passcode.
  room.connect();
}

/** Keeps title and icon of the page as the room has them; draws nothing. */
export function Tab({ view }: { view: View }) {
  const { room } = view.room.state;
  const news = useComputed(() => (view.visible.value ? [] : view.news.value));
  const count = useComputed(() => news.value.length);
  const mentions = useComputed(() => {
    const me = view.me.value;
    const mine = ({ body }: Message) => mentionsMe(body?.text ?? "", me, view.people.value.values());
    return news.value.filter(mine).length;
  });
  // A computed of its own, so that the icon is not made anew with every key that somebody types.
  const unseen = useComputed(() => ({ messages: count.value, mentions: mentions.value }));
  useSignalEffect(() => {
    document.title = tabTitle(view.title.value || roomTitle(room, words.value), unseen.value);
  });
  useSignalEffect(() => {
    document.querySelector("link[rel=icon]")?.setAttribute("href", icon(hueOf(room), unseen.value));
  });
  useSignalEffect(() => {
    if (view.welcomed.value) visited(room, Date.now());
  });
  useEffect(() => {
    void arriveAsOwner(view);
    reportLooking(view);
  }, [view]);
  useEffect(() => {
    // Who never asked for notifications is told of nothing.
    if (recall("notice") !== undefined) void second.load().then((part) => part?.watchRoom(view));
  }, [view]);
  return null;
}
