// All that makes a room open without a network, as one part that is fetched when the screen is up.
import type { Room } from "../../room.ts";
import { outdated } from "../room/lazily.ts";
import { followLastSeen } from "./last-seen.ts";
import { registerServiceWorker } from "./register.ts";

/** Begins with it, for as long as the page lives. */
export function prepareForOffline(room: Room): void {
  followLastSeen(room);
  const older = () => {
    outdated.value = true;
  };
  // Where a browser denies it, as to a page without storage, the room needs its network.
  registerServiceWorker(older).catch(() => {});
}
