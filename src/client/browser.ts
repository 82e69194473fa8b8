// The core in a browser: the one file of it that touches the page's globals.
import { nanoid } from "nanoid";
import { ID_LENGTH } from "../protocol/id.ts";
import { socketUrl, takeCall } from "./early-call.ts";
import { joinRoom } from "./join.ts";
import type { Platform } from "./platform.ts";
import type { Room } from "./room.ts";
import { lateStore } from "./store/late-store.ts";

export const browserPlatform: Platform = {
  now: () => Date.now(),
  after(ms, then) {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
  mintId: () => nanoid(ID_LENGTH),
  openSocket(url, subprotocol, events) {
    const socket = takeCall(url) ?? new WebSocket(url, subprotocol);
    if (socket.readyState === WebSocket.OPEN) queueMicrotask(events.opened);
    socket.addEventListener("open", () => events.opened());
    socket.addEventListener("message", ({ data }) => events.received(data));
    socket.addEventListener("close", () => events.closed());
    return socket;
  },
  onHint(hint) {
    const stop = new AbortController();
    const { signal } = stop;
    const ifSeen = () => {
      if (document.visibilityState === "visible") hint();
    };
    addEventListener("online", hint, { signal });
    // Back from the back/forward cache, with sockets that died there.
    addEventListener("pageshow", ({ persisted }) => persisted && hint(), { signal });
    document.addEventListener("visibilitychange", ifSeen, { signal });
    return () => stop.abort();
  },
};

/** Joins a room of the site that this page is from. `name` is the person's wish, where the room doesn't know them yet. */
export function joinHere(room: string, name?: string): Room {
  // Sorts by time, so that what was left behind first goes first.
  const tab = `${Date.now().toString(36)}-${nanoid(8)}`;
  const store = lateStore(async () => (await import("./store/browser-store.ts")).browserStore(room, tab));
  return joinRoom({ url: socketUrl(room), room, name, platform: browserPlatform, store });
}
