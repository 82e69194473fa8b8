// What the deployment gives the Worker: bindings and variables of wrangler.toml.
import type { Bindings } from "../room/bindings.ts";
import type { Room } from "../room/room.ts";

export interface Env extends Bindings {
  ROOM: DurableObjectNamespace<Room>;
  ASSETS: Fetcher;
  /** What one address may ask in a minute. */
  DOORS: RateLimit;
  /** What one session over HTTP may. */
  SESSIONS: RateLimit;
  /** How many rooms one address may make in a minute. */
  MAKERS: RateLimit;
  /** Origins whose pages act in their visitor's name, separated by spaces: our own behind a proxy, or another site's. */
  PARLOR_ORIGINS: string;
  /** The operator's secret, of 22 characters or more (`wrangler secret put PARLOR_OPERATOR`). Without one there is none. */
  PARLOR_OPERATOR?: string;
  /** `guest`, or `refuse` to keep pages of other origins out. */
  PARLOR_FOREIGN: string;
}
