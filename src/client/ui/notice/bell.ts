// The bell of the room of this page, as the screen has it: how it stands, and the browser that it rings in.
import { effect, signal, untracked } from "@preact/signals";
import type { Choice } from "../../../protocol/notice.ts";
import { words } from "../../i18n/index.ts";
import { arrangePush } from "../../push/arrange.ts";
import { takeBackPush } from "../../push/ask.ts";
import { type Browser, hangBell, type Reach, type Standing } from "../../push/bell.ts";
import { openBells } from "../../push/bells.ts";
import { inTime } from "../../push/in-time.ts";
import { roomTitle } from "../room/room-title.ts";
import type { View } from "../room/view.ts";
import { type Abilities, hindranceOf } from "./hindrance.ts";
import { rememberChoosing, takeOldChoice } from "./old-choice.ts";

/** A service worker that is not there after so many milliseconds won't come. */
const PATIENCE_MS = 10_000;
/** What may be otherwise once there is a link again. */
const PASSING: readonly Reach[] = ["unreachable", "service", "full", "refused", "untold"];

/** This browser. */
function abilities(): Abilities {
  const here = "Notification" in globalThis;
  return {
    secure: isSecureContext,
    permission: here ? Notification.permission : undefined,
    // An iPad calls itself a Mac, but no Mac has a touch screen.
    ios: /iPhone|iPad|Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1,
  };
}

async function manager(): Promise<PushManager> {
  return (await inTime(PATIENCE_MS, navigator.serviceWorker.ready)).pushManager;
}

const browser: Browser = {
  permission: () => abilities().permission,
  askPermission: () => Notification.requestPermission(),
  pushes: "PushManager" in globalThis && "serviceWorker" in navigator,
  arrange: async (room, choice) =>
    manager().then(
      (found) => arrangePush(found, room, choice),
      () => ({ is: "not", why: "service" }),
    ),
  takeBack: takeBackPush,
  unsubscribe: async () => (await (await manager()).getSubscription())?.unsubscribe(),
};

/** How it stands, once that is known. */
export const standing = signal<Standing | undefined>();
/** Why there is nothing to choose. */
export const hindrance = signal(hindranceOf(abilities()));
/** More could be had here than while a tab is open. */
export const { pushes } = browser;

/** Does what a choice asks for; nothing where there are no notifications. */
let take: (wanted: Choice) => Promise<void> = async () => {};

/** Takes a choice. To be called from a click. */
export function choose(wanted: Choice): Promise<void> {
  return take(wanted);
}

/** Hangs it, and keeps it right for as long as the page lives. */
export function followBell({ state, link, title }: View): void {
  const { room } = state.peek();
  const bells = openBells();
  let permission = browser.permission();
  const bell = hangBell({
    room,
    bells,
    browser,
    stands(now) {
      permission = browser.permission();
      hindrance.value = hindranceOf(abilities());
      standing.value = now;
    },
  });
  const tabs = new BroadcastChannel("parlor/bell");
  take = async (wanted) => {
    await bell.choose(wanted);
    if (wanted !== "off") rememberChoosing();
    tabs.postMessage(room);
  };
  addEventListener("focus", () => {
    // Somebody comes back from the browser's settings.
    if (permission !== browser.permission()) void bell.settle();
  });
  // Another tab of this browser chose.
  tabs.onmessage = ({ data }) => void (data === room && bell.settle());
  void takeOldChoice(bells).then(bell.settle);
  effect(() => {
    const reach = untracked(() => standing.value?.reach);
    if (link.value.is === "open" && reach !== undefined && PASSING.includes(reach)) void bell.settle();
  });
  effect(() => {
    if (link.value.is === "open") void bell.called(title.value || roomTitle(room, words.value));
  });
}
