// An owner's way to another device: POST makes a secret there, PUT with it makes whoever comes with it the owner.
import type { Context } from "hono";
import * as v from "valibot";
import { person } from "../room/members.ts";
import { addressOf } from "./address.ts";
import { readBody, readJson } from "./body.ts";
import { sourceOf } from "./comer.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { guard } from "./guard.ts";
import { PRIVATE } from "./headers.ts";
import { identify, identityHeaders, labelOf, memberOf } from "./identity.ts";
import { isForeign } from "./origin.ts";

/** In the body, for an address is logged by whoever stands in between. */
const Taken = v.object({ secret: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{32}$/)) });

/** Makes the secret: 201 with `{secret, until}`, which is shown once. */
export async function makeMove(c: Context<{ Bindings: Env }>, room: string): Promise<Response> {
  await guard(c);
  const move = await c.env.ROOM.getByName(room).makeMove(await sourceOf(c, room));
  if ("code" in move) fail(move.code, move.retryAfter);
  return c.json(move, 201, PRIVATE);
}

/** Takes it: 204, and whoever asks is the owner. */
export async function takeMove(c: Context<{ Bindings: Env }>, room: string): Promise<Response> {
  await guard(c);
  // What a foreign page would take it for is nobody: the room would be lost.
  if (isForeign(c.req.raw, c.env)) fail("foreign");
  const taken = v.safeParse(Taken, readJson(await readBody(c.req.raw)));
  if (!taken.success) return fail("bad_op");
  const identity = await identify(c);
  const who = person(await memberOf(identity, room), await labelOf(identity.secret, room), true);
  const no = await c.env.ROOM.getByName(room).takeMove(who, await addressOf(c.req.raw, room), taken.output.secret);
  if (no !== undefined) fail(no.code, no.retryAfter);
  return c.body(null, 204, { "Cache-Control": "no-store", ...identityHeaders(c, identity) });
}
