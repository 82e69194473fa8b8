// The fallback of this page: whatever room it joins, frames find a way round a proxy that lets no WebSocket through.
import { effect, signal } from "@preact/signals";
import { browserPlatform } from "../../browser.ts";
import { takeCall } from "../../early-call.ts";
import { watchFirst } from "../../fallback/unwatched.ts";
import { chooseWay, readWay, type Way } from "../../fallback/ways.ts";
import { laterWords } from "../../i18n/later/index.ts";
import type { Room } from "../../room.ts";
import { recall, remember } from "../browser/remembered.ts";
import { carriedBy } from "../room/standing.tsx";

/** Puts it between a room's client and its sockets; `room` where that has been joined already. */
export function install(room?: Room): void {
  const asked = readWay(new URLSearchParams(location.search).get("transport"));
  const first = asked ?? readWay(recall("transport"));
  const way = signal<Way>("websocket");
  // What was opened early is a WebSocket.
  if (first !== undefined && first !== "websocket") takeCall("");
  const online = () => navigator.onLine;
  const ways = chooseWay({
    platform: { ...browserPlatform },
    fetch: (url, how) => fetch(url, how),
    first,
    forced: asked !== undefined,
    online,
    changed(to) {
      way.value = to;
    },
    // Not before: a way that was only tried may be as bad.
    heard(to) {
      if (asked === undefined) remember("transport", to === "websocket" ? "" : to);
    },
  });
  browserPlatform.openSocket = ways.openSocket;
  if (room !== undefined) watchFirst(room, browserPlatform, ways, online);
  effect(() => {
    carriedBy.value = way.value === "websocket" ? "" : laterWords.value.link.via[way.value];
  });
}
