// The client's re-made link: one socket after another, watched by pings. It knows frames, but not what they say,
// but for the room's last word before a close.
import type * as v from "valibot";
import { type Down, type DownFrame, parseDown } from "../protocol/down.ts";
import { PING_EVERY_MS, PONG_WAIT_MS } from "../protocol/limits.ts";
import { PING } from "../protocol/ping.ts";
import { remedyOf } from "../protocol/remedy.ts";
import type { UpFrame } from "../protocol/up.ts";
import { utf8Bytes } from "../protocol/utf8.ts";
import { PARLOR } from "../protocol/version.ts";
import { createBackoff } from "./backoff.ts";
import type { Platform, Socket } from "./platform.ts";
import type { Link } from "./state.ts";
import { createTimer } from "./timer.ts";

/** A frame as a client writes it. */
export type Up = v.InferInput<typeof UpFrame>;

export interface ConnectionEvents {
  /** A socket is open: time to say hello. */
  opened(): void;
  /** A frame came, of so many bytes; undefined where this build can't read it. */
  received(frame: DownFrame | undefined, bytes: number): void;
  /** Whatever was open is gone. Never says `open`: that is for the welcome to say. */
  changed(link: Link): void;
}

export interface Connection {
  /** Sends on the open socket; does nothing where there is none. */
  send(frame: Up): void;
  /** Gives this link up, and makes another after the usual wait. */
  renew(): void;
  /** Tries at once when waiting; finds out within PONG_WAIT_MS whether an open link is alive. */
  nudge(): void;
  connect(): void;
  disconnect(): void;
}

/** A connection that is off until `connect`. */
export function createConnection(platform: Platform, url: string, on: ConnectionEvents): Connection {
  const backoff = createBackoff(platform.random);
  let socket: Socket | undefined;
  let openedAt: number | undefined;
  let lastWord: DownFrame | undefined;

  const retry = createTimer(platform, open);
  const deadline = createTimer(platform, renew);
  const pings = createTimer(platform, ping);

  function open() {
    drop();
    on.changed({ is: "connecting", since: platform.now() });
    const mine: Socket = platform.openSocket(url, PARLOR, {
      // A socket that was given up may still speak; nobody listens to it.
      opened: () => mine === socket && opened(),
      received: (data) => mine === socket && received(data),
      closed: () => mine === socket && closed(),
    });
    socket = mine;
    // Left to itself, a browser waits minutes for a network that swallows packets.
    deadline.start(PONG_WAIT_MS);
  }

  function opened() {
    openedAt = platform.now();
    deadline.stop();
    pings.start(PING_EVERY_MS);
    on.opened();
  }

  function received(data: unknown) {
    deadline.stop();
    lastWord = parseDown(data);
    on.received(lastWord, typeof data === "string" ? utf8Bytes(data) : 0);
  }

  function closed() {
    const no = verdict(lastWord);
    if (no === undefined) return wait(0);
    const { code, reason, retryAfter } = no;
    const remedy = remedyOf(code);
    if (remedy !== "reload" && remedy !== "give_up") return wait((retryAfter ?? 0) * 1000, code);
    drop();
    const until = retryAfter === undefined ? {} : { until: platform.now() + retryAfter * 1000 };
    on.changed({ is: "refused", code, remedy, ...(reason !== undefined && { reason }), ...until });
  }

  function renew() {
    if (socket !== undefined) wait(0);
  }

  function wait(atLeast: number, code?: string) {
    const since = platform.now();
    const ms = atLeast + backoff.next(openedAt === undefined ? 0 : since - openedAt);
    drop();
    retry.start(ms);
    on.changed({ is: "waiting", since, until: since + ms, ...(code !== undefined && { code }) });
  }

  function ping() {
    pings.start(PING_EVERY_MS);
    // A second ping does not give a silent link more time.
    if (!deadline.running) deadline.start(PONG_WAIT_MS);
    socket?.send(PING);
  }

  function drop() {
    const old = socket;
    socket = openedAt = lastWord = undefined;
    retry.stop();
    deadline.stop();
    pings.stop();
    old?.close();
  }

  return {
    send(frame) {
      if (openedAt !== undefined) socket?.send(JSON.stringify(frame));
    },
    renew,
    nudge() {
      if (retry.running) open();
      else if (openedAt !== undefined) ping();
    },
    connect() {
      if (socket === undefined) open();
    },
    disconnect() {
      drop();
      on.changed({ is: "off" });
    },
  };
}

/** The refusal of the link itself, if that was the room's last word. Those of one op or one question are not. */
function verdict(word: DownFrame | undefined): Down<"refused"> | undefined {
  return word?.type === "refused" && word.id === undefined && word.ref === undefined ? word : undefined;
}
