// Making a room is counted by itself: a room says who would make it, and is asked again once that was counted.
import type { Context } from "hono";
import type { Op } from "../protocol/op.ts";
import type { Person } from "../protocol/person.ts";
import { type Comer, isUnmade, UNMADE, type Unmade } from "../room/entrance.ts";
import type { Posted } from "../room/postbox.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { FLOOD_WAIT_S, makesTooMany } from "./flood.ts";

/** What a room answers; nothing where this would make it, and so many were made from this address lately. */
async function counted<T>(
  request: Request,
  env: Env,
  ask: (makes: boolean) => Promise<T | Unmade>,
): Promise<T | undefined> {
  let answer = await ask(env.PARLOR_LIMITS === "off");
  if (answer === UNMADE && !(await makesTooMany(request, env))) answer = await ask(true);
  return answer === UNMADE ? undefined : answer;
}

/** The room's answer to who would open a socket by such a request; nothing where they make too many. */
export function knock(
  request: Request,
  env: Env,
  room: string,
  ask: (makes: boolean) => Request,
): Promise<Response | undefined> {
  return counted(request, env, async (makes) => {
    const answer = await env.ROOM.getByName(room).fetch(ask(makes));
    return isUnmade(answer) ? UNMADE : answer;
  });
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
  return posted ?? fail("too_fast", FLOOD_WAIT_S);
}
