// Puts a notification on the screen: by the service worker where there is one, for then it outlives the tab, or else by the page.
import { roomPath } from "../room/links.ts";

export interface Shown {
  room: string;
  seq: number;
  title: string;
  body: string;
  /** Heard also where a notification of this room is still shown. */
  again: boolean;
  /** What a click does, where the page shows it; the service worker has its own. */
  clicked(): void;
}

// The types of the DOM don't have it (2026-11).
interface Options extends NotificationOptions {
  renotify: boolean;
}

let last: Notification | undefined;

/** One for each room. */
function tagOf(room: string): string {
  return `room ${room}`;
}

async function worker(): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  return registration?.active ? registration : undefined;
}

/** Shows a notification in place of the room's one before. */
export async function show({ room, seq, title, body, again, clicked }: Shown): Promise<void> {
  const url = `${roomPath(room)}#m${seq}`;
  const options: Options = { tag: tagOf(room), body, icon: "/icon-180.png", renotify: again, data: { url } };
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
  const shown = await (await worker())?.getNotifications({ tag: tagOf(room) });
  for (const each of shown ?? []) each.close();
}
