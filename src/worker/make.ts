// Making a room is counted by itself: a room says who would make it, and is asked again once that was counted.
import type { Context } from "hono";
import type { Op } from "../protocol/op.ts";
import type { Person } from "../protocol/person.ts";
import type { Subscription } from "../protocol/push.ts";
import type { Refusal } from "../protocol/refusal.ts";
import { type Comer, isUnmade, UNMADE, type Unmade } from "../room/entrance.ts";
import type { Source } from "../room/meters.ts";
import type { Posted } from "../room/postbox.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { FLOOD_WAIT_S, makesTooMany } from "./flood.ts";

/** What a room answers; that it is unmade where this would make it, and so many were made from this address lately. */
async function counted<T>(
  request: Request,
  env: Env,
  ask: (makes: boolean) => Promise<T | Unmade>,
): Promise<T | Unmade> {
  const answer = await ask(env.PARLOR_LIMITS === "off");
  return answer === UNMADE && !(await makesTooMany(request, env)) ? ask(true) : answer;
}

/** The room's answer to who would open a socket by such a request; nothing where they make too many. */
export async function knock(
  request: Request,
  env: Env,
  room: string,
  ask: (makes: boolean) => Request,
): Promise<Response | undefined> {
  const answer = await counted(request, env, async (makes) => {
    const opened = await env.ROOM.getByName(room).fetch(ask(makes));
    return isUnmade(opened) ? UNMADE : opened;
  });
  return answer === UNMADE ? undefined : answer;
}

/** Has a room record an op of somebody's, and gives its verdict. */
export async function postTo(
  { req, env }: Context<{ Bindings: Env }>,
  room: string,
  by: Person,
  who: Comer,
  op: Op,
): Promise<Posted> {
  const posted = await counted<Posted>(req.raw, env, (makes) =>
    env.ROOM.getByName(room).post(by, { ...who, makes }, op),
  );
  return posted === UNMADE ? fail("too_fast", FLOOD_WAIT_S) : posted;
}

/** Has a room push to a browser of somebody's, or gives its refusal. One that pushes is no longer nothing, whoever talks there. */
export async function pushFrom(
  { req, env }: Context<{ Bindings: Env }>,
  room: string,
  source: Source,
  subscription: Subscription,
): Promise<Refusal | undefined> {
  const no = await counted<Refusal | undefined>(req.raw, env, (makes) =>
    env.ROOM.getByName(room).subscribe({ ...source, makes }, subscription),
  );
  return no === UNMADE ? fail("too_fast", FLOOD_WAIT_S) : no;
}
