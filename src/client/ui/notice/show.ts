// Puts a notification on the screen: by the service worker where there is one, for then it outlives the tab, or else by the page.
import { type Noticed, noticeOptions, noticeTag } from "../../../protocol/notice.ts";

export interface Shown extends Noticed {
  title: string;
  /** What a click does, where the page shows it; the service worker has its own. */
  clicked(): void;
}

// The types of the DOM don't have it (2026-11).
interface Options extends NotificationOptions {
  renotify: boolean;
}

let last: Notification | undefined;

async function worker(): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  return registration?.active ? registration : undefined;
}

/** Shows a notification in place of the room's one before. */
export async function show({ title, clicked, ...noticed }: Shown): Promise<void> {
  const options: Options = noticeOptions(noticed);
  const registration = await worker();
  if (registration !== undefined) return registration.showNotification(title, options);
  try {
    last = new Notification(title, options);
  } catch {
    // Android has them by a service worker only.
    return;
  }
  last.onclick = () => {
    window.focus();
    last?.close();
    clicked();
  };
}

/** Takes the room's notification away: it is being looked at. */
export async function clear(room: string): Promise<void> {
  last?.close();
  last = undefined;
  const shown = await (await worker())?.getNotifications({ tag: noticeTag(room) });
  for (const each of shown ?? []) each.close();
}
