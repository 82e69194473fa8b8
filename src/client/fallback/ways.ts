// Which way frames travel: over WebSocket, or, where that fails again and again, over HTTP; and back when WebSocket works.
import { PING } from "../../protocol/ping.ts";
import { PARLOR } from "../../protocol/version.ts";
import type { Platform, Socket, SocketEvents } from "../platform.ts";
import { createTimer } from "../timer.ts";
import { type Fetch, type How, openSession } from "./http-session.ts";
import { type Judged, judge } from "./judge.ts";

export type Way = "websocket" | How;
const WAYS: readonly Way[] = ["websocket", "stream", "poll"];

/** The way that somebody names; `sse` is what others call a stream. */
export function readWay(name: string | null | undefined): Way | undefined {
  return WAYS.find((way) => way === (name === "sse" ? "stream" : name));
}

/**
 * So often a way must fail, one time after the other, before the next is tried. A deploy drops a WebSocket or a stream too, and
 * who has gone on to polls does not come back to a stream. After the last, all is tried again anyway.
 */
const TRIES: Record<Way, number> = { websocket: 2, stream: 2, poll: 1 };
/** WebSocket is tried again this soon after it was left, in milliseconds: perhaps all failed for want of a network … */
const PROBE_SOON_MS = 2_000;
/** … then after this, and each time after twice as long … */
const PROBE_MS = 30_000;
/** … up to this. */
const PROBE_MOST_MS = 15 * 60_000;

/** So long the first event over HTTP may take, in milliseconds. */
const BEGINS_MS = 6_000;

export interface Choice {
  /** With its own `openSocket`, which is that of WebSocket. */
  platform: Platform;
  fetch: Fetch;
  /** What was best here before; or, `forced`, the one way to go. */
  first?: Way | undefined;
  forced?: boolean;
  /** Without a network, nothing can be said of a way. */
  online(): boolean;
  /** The link that is being made goes this way. */
  changed(way: Way): void;
  /** Something was heard over a link that goes this way. */
  heard?(way: Way): void;
}

export interface Ways {
  /** Opens the next link, the way that is thought to come through. */
  openSocket: Platform["openSocket"];
  /** The link that is being made does not come through: the next one goes another way. */
  distrust(): void;
}

/** Finds a way that comes through. */
export function chooseWay(choice: Choice): Ways {
  const { platform, fetch, first = "websocket", forced = false, online, changed, heard = () => {} } = choice;
  let way = first;
  let failures = 0;
  let patience = PROBE_SOON_MS;
  /** The link as it is, and the WebSocket that was found to work beside it. */
  let now: { url: string; socket: Socket; events: SocketEvents } | undefined;
  let found: Found | undefined;
  let probing = false;
  const probe = createTimer(platform, look);

  function go(to: Way) {
    way = to;
    failures = 0;
    if (way === "websocket") probe.stop();
  }

  function judged(is: Judged) {
    if (is === "fine") {
      failures = 0;
      if (way === "websocket") patience = PROBE_SOON_MS;
    }
    if (forced || is === "fine" || !online()) return;
    failures += is === "silent" ? TRIES[way] : 1;
    if (failures >= TRIES[way]) go(WAYS[(WAYS.indexOf(way) + 1) % WAYS.length] ?? "websocket");
  }

  /** Tries WebSocket while the link goes another way. Where it works, the link is made anew over what was opened. */
  function look() {
    if (now === undefined || way === "websocket" || probing) return;
    probing = true;
    const find = findOut(platform, now.url, (works) => {
      probing = false;
      if (now === undefined || way === "websocket") return find.socket.close();
      patience = Math.max(PROBE_MS, Math.min(2 * patience, PROBE_MOST_MS));
      if (!works) return probe.start(patience);
      found = find;
      go("websocket");
      const { socket, events } = now;
      socket.close();
      events.closed();
    });
  }

  function openSocket(url: string, subprotocol: string, events: SocketEvents): Socket {
    changed(way);
    const mine = way;
    let silent = true;
    const told: SocketEvents = {
      ...events,
      received(data) {
        if (silent) heard(mine);
        silent = false;
        events.received(data);
      },
    };
    // A stream begins at once, or is kept back.
    const watched = judge(platform, told, judged, way === "websocket" ? undefined : BEGINS_MS);
    const open = () => {
      if (way !== "websocket")
        return openSession(url.replace(/^ws/, "http"), way, watched.events, fetch, platform.after);
      const ready = found?.take(watched.events);
      found = undefined;
      return ready ?? platform.openSocket(url, subprotocol, watched.events);
    };
    const link = watched.around(open());
    if (way !== "websocket" && !forced && !probe.running) probe.start(patience);
    const socket: Socket = {
      send: link.send,
      close() {
        if (now?.socket === socket) now = undefined;
        link.close();
      },
    };
    now = { url, socket, events };
    return socket;
  }

  return { openSocket, distrust: () => judged("silent") };
}

interface Found {
  socket: Socket;
  /** It is theirs from now on, if it is still open. */
  take(events: SocketEvents): Socket | undefined;
}

/** Opens a WebSocket and pings on it: only an answer shows that frames come through, and both ways. */
function findOut(platform: Platform, url: string, then: (works: boolean) => void): Found {
  let theirs: SocketEvents | undefined;
  let known = false;
  let gone = false;
  const tell = (works: boolean) => {
    if (known) return;
    known = true;
    late.stop();
    if (!works) socket.close();
    then(works);
  };
  const late = createTimer(platform, () => tell(false));
  const socket = platform.openSocket(url, PARLOR, {
    opened: () => socket.send(PING),
    received(data) {
      if (theirs === undefined) tell(true);
      else theirs.received(data);
    },
    closed() {
      gone = true;
      if (theirs === undefined) tell(false);
      else theirs.closed();
    },
  });
  late.start(PROBE_WAIT_MS);
  return {
    socket,
    take(events) {
      if (gone) return undefined;
      theirs = events;
      platform.after(0, () => theirs?.opened());
      return socket;
    },
  };
}

/** So long an answer may take, in milliseconds. */
const PROBE_WAIT_MS = 8_000;
