// Joins a room from anywhere: the client's core, with what every runtime has of the world.
import type { Fetch } from "../client/fallback/http-session.ts";
import type { Way } from "../client/fallback/ways.ts";
import { joinRoom } from "../client/join.ts";
import type { Room } from "../client/room.ts";
import { memoryStore } from "../client/store/memory.ts";
import { base64url } from "../protocol/base64url.ts";
import { secretIn } from "../protocol/bot.ts";
import type { Message } from "../protocol/event.ts";
import { readCode } from "../protocol/pass.ts";
import type { Person } from "../protocol/person.ts";
import { roomName } from "../protocol/room-name.ts";
import { type OpenSocket, platformWith } from "./platform.ts";

export type { OpenSocket } from "./platform.ts";

export interface JoinOptions {
  /** How to be called, where the room doesn't know this one yet. */
  name?: string;
  /**
   * Who this is, outside of browsers, which have a cookie for that: 43 characters of base64url, as of `newSecret()`. The same
   * secret is the same person, in each room under another member id. Without one, somebody new each time.
   */
  secret?: string;
  /** A bot's token, instead of a secret: it is that bot, in the room that gave it. */
  token?: string;
  /** The passcode of a room that asks for one. */
  passcode?: string;
  /** How a socket is opened, where that is not `new WebSocket(url, protocols)` or Node's with headers. */
  openSocket?: OpenSocket;
  /** How HTTP is asked, for where WebSocket does not come through: as `fetch` is. */
  fetch?: Fetch;
  /**
   * `websocket`, `stream` (server-sent events) or `poll` to go that way only. Else the first is tried, and then the others, and
   * `way()` says which it is. Without a token, a page of another site than the room's has the first only, for no other answers it.
   */
  transport?: Way;
}

/** Beyond so many messages, a member lets the oldest go. */
const KEEP = 500;

/** A room that was joined: it connects by itself, again and again, and misses nothing, until `leave`. */
export interface Member extends Room {
  /**
   * Calls `listener` with each message that is said from now on, once and in order, also with those said while the link was
   * down; with who said it. Not with those that stood there before. Returns how to stop.
   */
  onMessage(listener: (message: Message, author: Person | undefined) => void): () => void;
  /**
   * Which way the link goes that is, or is being made. Each link may go another; `subscribe` tells when one is open
   * (`state.link.is === "open"`).
   */
  way(): Way;
}

/**
 * Joins the room of a URL, as people open it: `https://your-chat.example/r/lobby`.
 * @throws TypeError where that is no room's URL, or no bot's token is like this
 */
export function join(address: string | URL, options: JoinOptions = {}): Member {
  const { protocol, host, pathname } = new URL(address);
  const room = /^(?:http|ws)s?:$/.test(protocol) ? roomAt(pathname) : undefined;
  if (room === undefined) throw new TypeError(`${address} is not the URL of a room`);
  // Not as it came: links have a slash at the end, a query, a message after #.
  const url = `${protocol.replace("http", "ws")}//${host}/r/${encodeURIComponent(room)}`;
  const { name, secret = newSecret(), token, passcode } = options;
  if (token !== undefined && secretIn(token) === undefined) throw new TypeError("no bot's token is like that");
  const { platform, way } = platformWith(token === undefined ? { secret } : { token }, options);
  const joined = joinRoom({ url, room, name, platform, store: memoryStore(room) });
  if (passcode !== undefined) sayPasscode(joined, passcode);
  const { leave } = joined;
  let left = false;
  return Object.assign(joined, {
    // Also in a listener, which is told of that too.
    leave() {
      if (!left) {
        left = true;
        leave();
      }
    },
    onMessage: (listener: (message: Message, author: Person | undefined) => void) => onMessage(joined, listener),
    way,
  });
}

function roomAt(path: string): string | undefined {
  const [, name] = /^\/r\/([^/]+)\/?$/.exec(path) ?? [];
  try {
    return name === undefined ? undefined : roomName(decodeURIComponent(name));
  } catch {
    return undefined;
  }
}

/** A new identity, to be kept by whoever wants to be the same person again. */
export function newSecret(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(32)));
}

/** Says it once, when the room asks. */
function sayPasscode(room: Room, passcode: string): void {
  const code = readCode(passcode);
  if (code === undefined) throw new TypeError("no passcode is like that");
  const stop = room.subscribe(() => {
    const { link } = room.state;
    if (link.is !== "refused" || link.code !== "pass_needed") return;
    stop();
    room.enter({ code });
  });
}

function onMessage(room: Room, listener: (message: Message, author: Person | undefined) => void): () => void {
  let seen = room.state.welcomed ? room.state.cursor : undefined;
  return room.subscribe(() => {
    const { welcomed, cursor, messages, people } = room.state;
    if (!welcomed) return;
    // What the first welcome brings was said before.
    seen ??= cursor;
    const news = messages.filter(({ seq }) => seq > (seen ?? 0));
    seen = Math.max(seen, cursor);
    for (const message of news) listener(message, people.get(message.by));
    // A bot that runs for weeks need not hold all that was ever said.
    if (messages.length > KEEP) room.keepLatest();
  });
}
