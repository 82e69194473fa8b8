// The socket that a room opened before its ways were there to watch it: whether it came through is found out here.
import type { Platform } from "../platform.ts";
import type { Room } from "../room.ts";
import { createTimer } from "../timer.ts";
import { SILENT_MS } from "./judge.ts";
import type { Ways } from "./ways.ts";

/**
 * Where a room's first socket fails or says nothing, the next link goes another way, and at once: how long the room would wait
 * has grown with each failure that nobody counted. `online` is as for the ways.
 */
export function watchFirst(room: Room, platform: Platform, ways: Ways, online: () => boolean): void {
  const silence = createTimer(platform, goOn);
  const forget = room.subscribe(look);

  function over() {
    forget();
    silence.stop();
  }

  function goOn() {
    over();
    if (!online()) return;
    ways.distrust();
    room.disconnect();
    room.connect();
  }

  function look() {
    const { link, welcomed } = room.state;
    if (welcomed) return over();
    if (link.is === "connecting") return;
    // What the room said came through.
    if (link.is === "waiting" && link.code === undefined) goOn();
    else over();
  }

  silence.start(SILENT_MS);
  look();
}
