// Who asks too much of all rooms together is refused before any of them is woken.
import { limiters } from "../room/abuse.ts";
import { network } from "./address.ts";
import { digest } from "./digest.ts";
import type { Env } from "./env.ts";

/** So long somebody is told to wait, in seconds. */
export const FLOOD_WAIT_S = limiters.DOORS.period;

/** Counts a request of this address's; true where there were too many. Approximate, and by location, as the limiter is. */
export async function floods(request: Request, env: Env): Promise<boolean> {
  const key = await keyOf(request);
  if (env.PARLOR_LIMITS === "off" || key === undefined) return false;
  const { success } = await env.DOORS.limit({ key });
  return !success;
}

/** Counts a room that this address is about to make; true where it has made too many. */
export async function makesTooMany(request: Request, env: Env): Promise<boolean> {
  const key = await keyOf(request);
  if (env.PARLOR_LIMITS === "off" || key === undefined) return false;
  return !(await env.MAKERS.limit({ key })).success;
}

/** Those who went on asking for sessions that are none, each until when, in ms. As the limiter, it is known at one place only. */
const guessing = new Map<string, number>();
const GUESSING = 10_000;

/** Counts a request of a session's, by itself: there may be hundreds behind one address. True where there were too many. */
export async function sessionFloods(request: Request, env: Env, id: string, member: string): Promise<boolean> {
  if (env.PARLOR_LIMITS === "off") return false;
  if ((guessing.get((await keyOf(request)) ?? "") ?? 0) > Date.now()) return true;
  const { success } = await env.SESSIONS.limit({ key: (await digest(`session\0${id}\0${member}`)).slice(0, 20) });
  return !success;
}

/** There was no such session: so it is the address's request after all, and who makes ids up is not heard for a while. */
export async function countMiss(request: Request, env: Env): Promise<void> {
  const key = await keyOf(request);
  if (key === undefined || !(await floods(request, env))) return;
  if (guessing.size >= GUESSING) guessing.clear();
  guessing.set(key, Date.now() + FLOOD_WAIT_S * 1000);
}

/** The address of a request, hashed: under `serve` the limiter keeps its keys in a file. */
async function keyOf(request: Request): Promise<string | undefined> {
  const address = request.headers.get("CF-Connecting-IP") ?? "";
  return address === "" ? undefined : (await digest(`door\0${network(address)}`)).slice(0, 20);
}
