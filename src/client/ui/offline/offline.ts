// All that makes a room open without a network, as one part that is fetched when the screen is up.
import type { Room } from "../../room.ts";
import { outdated } from "../room/lazily.ts";
import { followLastSeen } from "./last-seen.ts";
import { registerServiceWorker } from "./register.ts";

/** Begins with it, for as long as the page lives. */
export function prepareForOffline(room: Room): void {
  followLastSeen(room);
  void registerServiceWorker(() => {
    outdated.value = true;
  });
}
