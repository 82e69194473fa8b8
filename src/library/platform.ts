// The client core's world as every runtime has it: time, chance, ids and sockets, and nothing of a page.
import { nanoid } from "nanoid";
import type { Fetch } from "../client/fallback/http-session.ts";
import { chooseWay, type Way } from "../client/fallback/ways.ts";
import type { Platform, Socket, SocketEvents } from "../client/platform.ts";
import { ID_LENGTH } from "../protocol/id.ts";
import { BEARER } from "../protocol/version.ts";

/**
 * Opens a WebSocket to `url` with these subprotocols; it may be open already. `headers` say who comes, where the runtime lets
 * one send them; where it doesn't, a bot says so by the second of the subprotocols.
 */
export type OpenSocket = (
  url: string,
  subprotocols: string[],
  headers: Record<string, string>,
) => WebSocket | Promise<WebSocket>;

/** Who comes: the person who has this secret, or the bot that has this token. */
export type Comer = { secret: string } | { token: string };

export interface Means {
  openSocket?: OpenSocket | undefined;
  fetch?: Fetch | undefined;
  /** The one way to go, where it is not to be found out. */
  transport?: Way | undefined;
}

export interface Reach {
  platform: Platform;
  /** The way of the link that is, or is being made. */
  way(): Way;
}

/** A platform for whoever comes, which goes by HTTP where WebSocket does not come through. */
export function platformWith(comer: Comer, means: Means): Reach {
  const headers = headersOf(comer);
  const { openSocket = openHere, fetch = globalThis.fetch, transport } = means;
  let way = transport ?? "websocket";
  const platform = platformOver((url, subprotocol, events) => {
    const subprotocols = "token" in comer ? [subprotocol, `${BEARER}${comer.token}`] : [subprotocol];
    return socketOf(openSocket(url, subprotocols, headers), events);
  });
  const ways = chooseWay({
    platform,
    // A browser sends its own cookie, and no other.
    fetch: (url, how) => fetch(url, { ...how, headers }),
    first: transport,
    forced: transport !== undefined,
    online: () => true,
    changed(to) {
      way = to;
    },
  });
  return { platform: { ...platform, openSocket: ways.openSocket }, way: () => way };
}

function headersOf(comer: Comer): Record<string, string> {
  if ("token" in comer) return { Authorization: `Bearer ${comer.token}` };
  // On plain http off localhost the room reads the second.
  return { Cookie: `__Host-parlor=${comer.secret}; parlor=${comer.secret}` };
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

/** As this runtime does: in a browser, as the person whose browser it is, unless a bot comes. */
function openHere(url: string, subprotocols: string[], headers: Record<string, string>): WebSocket {
  if ("document" in globalThis) return new WebSocket(url, subprotocols);
  // Node's takes headers, of which the type does not know, for no browser's does. Whoever can send the token as one need not
  // show it among the subprotocols too.
  const protocols = subprotocols.slice(0, 1);
  return Reflect.construct(WebSocket, [url, { protocols, headers }]);
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
