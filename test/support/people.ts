// People with the client that we ship, in Node: a browser's platform, with a cookie of their own and no page.
import { randomBytes } from "node:crypto";
import { browserPlatform } from "../../src/client/browser.ts";
import { openSession } from "../../src/client/fallback/http-session.ts";
import { chooseWay, type Way } from "../../src/client/fallback/ways.ts";
import { joinRoom } from "../../src/client/join.ts";
import type { Platform } from "../../src/client/platform.ts";
import type { Room } from "../../src/client/room.ts";
import { memoryStore } from "../../src/client/store/memory.ts";
import { FRAME_OPS } from "../../src/protocol/limits.ts";

/** What carries the frames: a socket, one of what stands in for it, or whatever the client finds to come through. */
export type Over = Way | "any";

/**
 * Joins a room of a server by this name, as the same person over any number of links: whose cookie has this secret.
 * `around` may wrap what the client has of the world; `goes` is told which way each link is made.
 */
export function joins(
  server: string,
  room: string,
  name: string,
  {
    secret = newSecret(),
    around = (platform: Platform) => platform,
    over = "websocket" as Over,
    goes = (_: Way) => {},
  } = {},
): Room {
  const url = `${server.replace("http", "ws")}/r/${encodeURIComponent(room)}`;
  return joinRoom({
    url,
    room,
    name,
    platform: around(withCookie(`__Host-parlor=${secret}`, over, goes)),
    store: memoryStore(room, name),
  });
}

const newSecret = () => randomBytes(32).toString("base64url");

function withCookie(Cookie: string, over: Over, goes: (way: Way) => void): Platform {
  const ask = (to: string, how: RequestInit) => fetch(to, { ...how, headers: { Cookie } });
  const { after } = browserPlatform;
  const platform: Platform = {
    ...browserPlatform,
    openSocket(url, protocols, events) {
      // Node's WebSocket takes headers, which a browser's, and so its type, does not.
      const socket: WebSocket = Reflect.construct(WebSocket, [url, { protocols, headers: { Cookie } }]);
      socket.addEventListener("open", () => events.opened());
      socket.addEventListener("message", ({ data }) => events.received(data));
      socket.addEventListener("close", () => events.closed());
      return socket;
    },
    onHint: () => () => {},
  };
  if (over === "websocket") return platform;
  if (over === "any") {
    const { openSocket } = chooseWay({ platform, fetch: ask, online: () => true, changed: goes });
    return { ...platform, openSocket };
  }
  return {
    ...platform,
    openSocket: (url, _, events) => openSession(url.replace("ws", "http"), over, events, ask, after),
  };
}

/** Says these, in order; resolves when all of them are in the log. */
export async function says(room: Room, texts: readonly string[]): Promise<void> {
  for (let done = 0; done < texts.length; done += FRAME_OPS) {
    for (const text of texts.slice(done, done + FRAME_OPS)) room.send(text);
    await new Promise<void>((resolve) => {
      const stop = room.subscribe(() => {
        if (room.state.pending.length > 0) return;
        stop();
        resolve();
      });
    });
  }
}
