// The client core's world as every runtime has it: time, chance, ids and sockets, and nothing of a page.
import { nanoid } from "nanoid";
import type { Fetch } from "../client/fallback/http-session.ts";
import { chooseWay, type Way } from "../client/fallback/ways.ts";
import type { Platform, Socket, SocketEvents } from "../client/platform.ts";
import { ID_LENGTH } from "../protocol/id.ts";

/**
 * Opens a WebSocket to `url` with this subprotocol; it may be open already. `cookie` says who comes, where the runtime lets
 * one say so.
 */
export type OpenSocket = (url: string, subprotocol: string, cookie: string) => WebSocket | Promise<WebSocket>;

export interface Means {
  openSocket?: OpenSocket | undefined;
  fetch?: Fetch | undefined;
  /** The one way to go, where it is not to be found out. */
  transport?: Way | undefined;
}

/** A platform for the person who has this secret, which goes by HTTP where WebSocket does not come through. */
export function platformWith(secret: string, means: Means): Platform {
  // On plain http off localhost the room reads the second.
  const cookie = `__Host-parlor=${secret}; parlor=${secret}`;
  const { openSocket = openHere, fetch = globalThis.fetch, transport } = means;
  const platform = platformOver((url, subprotocol, events) => socketOf(openSocket(url, subprotocol, cookie), events));
  const ways = chooseWay({
    platform,
    // A browser sends its own.
    fetch: (url, how) => fetch(url, { ...how, headers: { Cookie: cookie } }),
    first: transport,
    forced: transport !== undefined,
    online: () => true,
    changed: () => {},
  });
  return { ...platform, openSocket: ways.openSocket };
}

function platformOver(openSocket: Platform["openSocket"]): Platform {
  return {
    now: () => Date.now(),
    after(ms, then) {
      const timer = setTimeout(then, ms);
      return () => clearTimeout(timer);
    },
    random: () => Math.random(),
    mintId: () => nanoid(ID_LENGTH),
    openSocket,
    onHint: () => () => {},
  };
}

/** As this runtime does: in a browser, as the person whose browser it is. */
function openHere(url: string, subprotocol: string, Cookie: string): WebSocket {
  if ("document" in globalThis) return new WebSocket(url, subprotocol);
  // Node's takes headers, of which the type does not know, for no browser's does.
  return Reflect.construct(WebSocket, [url, { protocols: [subprotocol], headers: { Cookie } }]);
}

function socketOf(opening: WebSocket | Promise<WebSocket>, events: SocketEvents): Socket {
  let socket: WebSocket | undefined;
  let over = false;
  const closed = () => {
    if (!over) events.closed();
    over = true;
  };
  // Also where it is here at once: nothing may happen before this has returned.
  Promise.resolve(opening).then((opened) => {
    if (over) return opened.close();
    socket = opened;
    opened.addEventListener("message", ({ data }) => events.received(data));
    opened.addEventListener("close", closed);
    if (opened.readyState === WebSocket.OPEN) events.opened();
    else opened.addEventListener("open", () => events.opened());
  }, closed);
  return {
    send: (text) => socket?.readyState === WebSocket.OPEN && socket.send(text),
    close() {
      over = true;
      socket?.close();
    },
  };
}
