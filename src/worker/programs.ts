// Bots of a room are made here by who keeps it in order. A token is told once, in the answer, and kept by nobody: the room
// knows only the member id that is derived from it.
import type { Context } from "hono";
import * as v from "valibot";
import { SCOPES, tokenWith } from "../protocol/bot.ts";
import { readBody, readJson } from "./body.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { PRIVATE } from "./headers.ts";
import { memberOf, newSecret } from "./identity.ts";
import { record } from "./post-op.ts";

const Made = v.object({ name: v.string(), may: v.optional(v.picklist(SCOPES), "both") });

/** Makes a bot: 201 with its event and its `token`. */
export async function makeBot(c: Context<{ Bindings: Env }>, room: string): Promise<Response> {
  const secret = newSecret();
  const { verdict } = await record(c, room, async () => {
    const made = v.safeParse(Made, readJson(await readBody(c.req.raw)));
    if (!made.success) return fail("bad_op");
    return { kind: "bot", who: await memberOf({ is: "bot", secret }, room), ...made.output };
  });
  return c.json({ ...verdict.event, token: tokenWith(secret) }, 201, PRIVATE);
}
