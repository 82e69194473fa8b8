// What a room knows of who asks: a file to keep.
import type { Context } from "hono";
import { sourceOf } from "./comer.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { guard } from "./guard.ts";
import { PRIVATE } from "./headers.ts";

/** Answers with it as JSON. Whoever was shut out can read it too: it is theirs. */
export async function exportMine(c: Context<{ Bindings: Env }>, room: string): Promise<Response> {
  await guard(c);
  const mine = await c.env.ROOM.getByName(room).mine(await sourceOf(c, room));
  if ("code" in mine) fail(mine.code, mine.retryAfter);
  const headers = {
    ...PRIVATE,
    "Content-Disposition": 'attachment; filename="parlor-mine.json"',
  };
  return c.json(mine, 200, headers);
}
