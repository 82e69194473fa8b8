// The first link, opened while the client is still being fetched: by a script of a few lines, which leaves it for the client.
import { PARLOR } from "../protocol/version.ts";

declare global {
  /** The socket that waits to be taken. */
  var called: WebSocket | undefined;
}

/** Where a room of the site that this page is from takes sockets. */
export function socketUrl(room: string): string {
  const url = new URL(`/r/${encodeURIComponent(room)}`, location.href);
  url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
  return url.href;
}

/** Opens a socket to a room, for the client to take. */
export function callEarly(room: string): void {
  globalThis.called = new WebSocket(socketUrl(room), PARLOR);
}

/** The socket that was opened to this URL, if it still is of use. At most once. */
export function takeCall(url: string): WebSocket | undefined {
  const call = globalThis.called;
  globalThis.called = undefined;
  if (call === undefined || call.readyState > WebSocket.OPEN) return undefined;
  if (call.url === url) return call;
  call.close();
  return undefined;
}
