// Watches a room for what is to be told of while nobody looks.
import { computed, effect, untracked } from "@preact/signals";
import type { Message } from "../../../protocol/event.ts";
import { mentionsMe } from "../../../protocol/mentions.ts";
import { noticeOf, noticeTitle, shortened } from "../../../protocol/notice.ts";
import { words } from "../../i18n/index.ts";
import { roomTitle } from "../room/room-title.ts";
import type { View } from "../room/view.ts";
import { followBell, standing } from "./bell.ts";
import { looking } from "./looking.ts";
import { clear, show } from "./show.ts";
import { elect, someoneLooks, tellLooking } from "./tabs.ts";

let watching = false;

/** Watches the room of this page, from the first call on. Does nothing where there can't be notifications. */
export function watchRoom(view: View): void {
  if (watching || !isSecureContext || !("Notification" in globalThis)) return;
  watching = true;
  const { room } = view.state.peek();
  let elected = false;
  elect(room, () => {
    elected = true;
  });
  tellLooking(room);
  followBell(view);
  effect(() => {
    if (looking.value) void clear(room);
  });

  const messages = computed(() => view.state.value.messages);
  const epoch = computed(() => view.state.value.epoch);
  let log: string | undefined;
  let told = 0;
  effect(() => {
    if (!view.welcomed.value) return;
    const newest = messages.value.at(-1)?.seq ?? 0;
    // What the first welcome brings is no news, and neither is another log.
    const same = log === epoch.value;
    const came = same ? messages.value.filter(({ seq }) => seq > told) : [];
    log = epoch.value;
    told = same ? Math.max(told, newest) : newest;
    if (elected) untracked(() => void tell(view, came));
  });
}

async function tell(view: View, came: readonly Message[]): Promise<void> {
  const { room, people } = view.state.value;
  const me = view.me.value;
  const { choice, reach } = standing.value ?? { choice: "off" };
  // The service worker tells of it, and nobody is to hear it twice.
  if (reach === "always") return;
  const notice = noticeOf(came, {
    choice,
    looking: looking.value,
    me,
    mentioned: (text) => mentionsMe(text, me, people.values()),
  });
  if (notice === undefined || (await someoneLooks(room))) return;
  const { message, mention } = notice;
  await show({
    room,
    seq: message.seq,
    title: noticeTitle(people.get(message.by)?.name ?? "Parlor", view.title.value || roomTitle(room, words.value)),
    body: shortened(message.body?.text ?? ""),
    again: mention,
    clicked: () => void view.jumps.goTo(message.seq),
  });
}
