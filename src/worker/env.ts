// What the deployment gives the Worker: bindings and variables of wrangler.toml.
import type { Room } from "../room/room.ts";

export interface Env {
  ROOM: DurableObjectNamespace<Room>;
  ASSETS: Fetcher;
  /** `off` lifts the rate limits. */
  PARLOR_LIMITS: string;
  /** Origins whose pages act in their visitor's name, separated by spaces: our own behind a proxy, or another site's. */
  PARLOR_ORIGINS: string;
  /** `guest`, or `refuse` to keep pages of other origins out. */
  PARLOR_FOREIGN: string;
}
