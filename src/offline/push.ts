// What is pushed while nobody looks, as the service worker shows it; a press on it leads to the room, at the message.
import { pickLanguage } from "../client/i18n/languages.ts";
import { somethingNew } from "../client/i18n/pushed.ts";
import { arrangePush } from "../client/push/arrange.ts";
import { openBells } from "../client/push/bells.ts";
import { noticeOptions, noticeTag, noticeTitle } from "../protocol/notice.ts";
import { readPushed } from "../protocol/pushed.ts";

declare const self: ServiceWorkerGlobalScope;

const bells = openBells();

/** Begins to listen: while the worker's script runs for the first time, or not at all. */
export function listenForPushes(): void {
  // One after the other: to look for what is shown makes Chromium forget what is just being shown.
  let before = Promise.resolve();
  self.addEventListener("push", (event) => {
    const text = event.data?.text() ?? "";
    const told = before.then(() => tell(text));
    before = told.catch(() => {});
    event.waitUntil(told);
  });
  self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew()));
  self.addEventListener("notificationclick", (event) => {
    event.notification.close();
    const { url } = event.notification.data ?? {};
    if (typeof url === "string") event.waitUntil(show(new URL(url, location.origin)));
  });
}

/** Shows it in place of the room's one before. Something is always shown: browsers don't push to who shows nothing. */
async function tell(text: string): Promise<void> {
  const pushed = readPushed(text);
  if (pushed === undefined) {
    const body = somethingNew[pickLanguage(navigator.languages)];
    return self.registration.showNotification("Parlor", { body, tag: "parlor", data: { url: "/" } });
  }
  const { room, seq, title, body, mention } = pushed;
  const { title: called = room } = await bells.of(room);
  const options = noticeOptions({ room, seq, body, again: mention });
  await self.registration.showNotification(noticeTitle(title, called), options);
  // It was long on its way, or was said just before: whoever looks by now has seen it.
  const tabs = await tabsAt(new URL(options.data.url, location.origin));
  if (!tabs.some(({ focused }) => focused)) return;
  for (const shown of await self.registration.getNotifications({ tag: noticeTag(room) })) shown.close();
}

/** The browser has ended its subscription: the rooms that had it get another. What fails is done when they are opened. */
async function renew(): Promise<void> {
  for (const [room, { choice, push }] of await bells.all()) {
    if (choice === "off" || !push) continue;
    const arranged = await arrangePush(self.registration.pushManager, room, choice);
    if (arranged.is !== "set") continue;
    const { endpoint } = arranged;
    await bells.change(room, (bell) => ({ ...bell, endpoint, told: choice }));
  }
}

/** The open tabs of a room, the one used last first. */
async function tabsAt({ pathname }: URL): Promise<WindowClient[]> {
  const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return tabs.filter(({ url }) => new URL(url).pathname.replace(/(.)\/$/, "$1") === pathname);
}

/** Brings the room's tab to the front, at the message; or opens one. */
async function show(url: URL): Promise<void> {
  const [tab] = await tabsAt(url);
  if (tab === undefined) {
    await self.clients.openWindow(url);
    return;
  }
  await tab.focus();
  // A tab of another worker goes nowhere by this one, but it is in front.
  await tab.navigate(url).catch(() => undefined);
}
