// The end of a room: its owner, or the operator, has it deleted with all that is in it.
import type { Context } from "hono";
import { OPERATOR } from "../protocol/person.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { guard } from "./guard.ts";
import { identify, memberOf } from "./identity.ts";
import { isOperator } from "./operator.ts";

/** Deletes it: 204. Its URL says `gone` for a day, and then the name is free. */
export async function endRoom(c: Context<{ Bindings: Env }>, room: string): Promise<Response> {
  await guard(c);
  const operator = await isOperator(c.req.raw, c.env);
  const { secret } = await identify(c);
  const member = operator ? OPERATOR.member : await memberOf(secret, room);
  const no = await c.env.ROOM.getByName(room).end(member);
  if (no !== undefined) fail(no);
  return c.body(null, 204, { "Cache-Control": "no-store" });
}
