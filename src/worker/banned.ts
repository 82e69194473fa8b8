// Who is banned from a room, for its moderators and the operator.
import type { Context } from "hono";
import { sourceOf } from "./comer.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { guard } from "./guard.ts";
import { PRIVATE } from "./headers.ts";

/** Answers with the list as JSON. */
export async function listBanned(c: Context<{ Bindings: Env }>, room: string): Promise<Response> {
  await guard(c);
  const banned = await c.env.ROOM.getByName(room).banned(await sourceOf(c, room));
  if ("code" in banned) fail(banned.code, banned.retryAfter);
  return c.json({ banned }, 200, PRIVATE);
}
