// Web Push of a room: GET tells the key to subscribe with, PUT takes a browser's subscription, DELETE lets go of it.
import type { Context } from "hono";
import * as v from "valibot";
import { DEPLOYMENT } from "../deployment/deployment.ts";
import { Subscription, Unsubscription } from "../protocol/push.ts";
import type { Source } from "../room/meters.ts";
import { mayCall } from "../room/reachable.ts";
import { readBody, readJson } from "./body.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { guard } from "./guard.ts";
import { PRIVATE } from "./headers.ts";
import { pushFrom } from "./make.ts";
import { isForeign, ownOrigin } from "./origin.ts";
import { visitorOf } from "./visitor.ts";

type Asking = Context<{ Bindings: Env }>;

/** Answers `{key}`. No room is asked. */
export async function tellPushKey(c: Asking): Promise<Response> {
  await guard(c);
  const origin = ownOrigin(c.req.url, c.env);
  const { publicKey: key } = await c.env.DEPLOYMENT.getByName(DEPLOYMENT).pushKeys(origin);
  return c.json({ key }, 200, PRIVATE);
}

/** Takes a subscription, or the same again: 204. */
export async function subscribe(c: Asking, room: string): Promise<Response> {
  const { source, said } = await heard(c, room, Subscription);
  if (!mayCall(said.endpoint, c.env.PARLOR_PRIVATE_HOOKS === "on")) fail("bad_op");
  const no = await pushFrom(c, room, source, said);
  if (no !== undefined) fail(no.code, no.retryAfter);
  return c.body(null, 204, PRIVATE);
}

/** Lets go of a subscription, if there is one: 204. */
export async function unsubscribe(c: Asking, room: string): Promise<Response> {
  const { source, said } = await heard(c, room, Unsubscription);
  const no = await c.env.ROOM.getByName(room).unsubscribe(source, said.endpoint);
  if (no !== undefined) fail(no.code, no.retryAfter);
  return c.body(null, 204, PRIVATE);
}

/** Who says it, and what: only somebody who is known by a cookie, in a page of ours. */
async function heard<S extends v.GenericSchema>(
  c: Asking,
  room: string,
  schema: S,
): Promise<{ source: Source; said: v.InferOutput<S> }> {
  await guard(c);
  if (isForeign(c.req.raw, c.env)) fail("foreign");
  const { who, identity } = await visitorOf(c, room);
  if (identity.is !== "person" || identity.fresh) fail("not_allowed");
  const said = v.safeParse(schema, readJson(await readBody(c.req.raw)));
  if (!said.success) return fail("bad_op");
  return { source: { member: who.member, address: who.address }, said: said.output };
}
