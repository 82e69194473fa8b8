// The end of a room: its owner, or the operator, has it deleted with all that is in it.
import type { Context } from "hono";
import { sourceOf } from "./comer.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { guard } from "./guard.ts";

/** Deletes it: 204. Its URL says `gone` for a day, and then the name is free. */
export async function endRoom(c: Context<{ Bindings: Env }>, room: string): Promise<Response> {
  await guard(c);
  const no = await c.env.ROOM.getByName(room).end(await sourceOf(c, room));
  if (no !== undefined) fail(no.code);
  return c.body(null, 204, { "Cache-Control": "no-store" });
}
