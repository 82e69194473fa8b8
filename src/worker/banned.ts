// Who is banned from a room, for its moderators and the operator.
import type { Context } from "hono";
import { OPERATOR } from "../protocol/person.ts";
import { addressOf } from "./address.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { guard } from "./guard.ts";
import { identify, memberOf } from "./identity.ts";
import { isOperator } from "./operator.ts";

/** Answers with the list as JSON. */
export async function listBanned(c: Context<{ Bindings: Env }>, room: string): Promise<Response> {
  await guard(c);
  const operator = await isOperator(c.req.raw, c.env);
  const { secret } = await identify(c);
  const member = operator ? OPERATOR.member : await memberOf(secret, room);
  const banned = await c.env.ROOM.getByName(room).banned({ member, address: await addressOf(c.req.raw, room) });
  if ("code" in banned) fail(banned.code, banned.retryAfter);
  return c.json({ banned }, 200, { "Cache-Control": "private, no-store" });
}
