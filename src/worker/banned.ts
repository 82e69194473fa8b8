// Who is banned from a room, for its moderators and the operator.
import type { Context } from "hono";
import { OPERATOR } from "../protocol/person.ts";
import { sourceOf } from "./comer.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { guard } from "./guard.ts";
import { isOperator } from "./operator.ts";

/** Answers with the list as JSON. */
export async function listBanned(c: Context<{ Bindings: Env }>, room: string): Promise<Response> {
  await guard(c);
  const operator = await isOperator(c.req.raw, c.env);
  const source = await sourceOf(c, room);
  const banned = await c.env.ROOM.getByName(room).banned(operator ? { ...source, member: OPERATOR.member } : source);
  if ("code" in banned) fail(banned.code, banned.retryAfter);
  return c.json({ banned }, 200, { "Cache-Control": "private, no-store" });
}
