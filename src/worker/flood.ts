// Who asks too much of all rooms together is refused before any of them is woken.
import { network } from "./address.ts";
import { digest } from "./digest.ts";
import type { Env } from "./env.ts";

/** So long somebody is told to wait, in seconds: the period of the limiter in wrangler.toml. */
export const FLOOD_WAIT_S = 60;

/** Counts a request of this address's; true where there were too many. Approximate, and by location, as the limiter is. */
export async function floods(request: Request, env: Env): Promise<boolean> {
  const address = request.headers.get("CF-Connecting-IP") ?? "";
  if (env.PARLOR_LIMITS === "off" || address === "") return false;
  // Hashed: under `serve` the limiter keeps its keys in a file.
  const { success } = await env.DOORS.limit({ key: (await digest(`door\0${network(address)}`)).slice(0, 20) });
  return !success;
}
