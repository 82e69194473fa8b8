// Bots and webhooks of a room: made by who keeps it in order, listed for them, and revoked. A token or an address is told
// once, in the answer, and kept by nobody: the room knows only the member id that is derived from it.
import type { Context } from "hono";
import * as v from "valibot";
import { type Program, SCOPES, tokenWith } from "../protocol/bot.ts";
import { readBody, readJson } from "./body.ts";
import { sourceOf } from "./comer.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { guard } from "./guard.ts";
import { memberOf, newSecret } from "./identity.ts";
import { ownOrigin } from "./origin.ts";
import { record } from "./post-op.ts";

type Asking = Context<{ Bindings: Env }>;

const Made = v.object({ name: v.string(), may: v.optional(v.picklist(SCOPES), "both") });

const PRIVATE = { "Cache-Control": "private, no-store" };

/** Makes a bot: 201 with its event and its `token`. */
export async function makeBot(c: Asking, room: string): Promise<Response> {
  const { secret, event } = await make(c, room, "bot");
  return c.json({ ...event, token: tokenWith(secret) }, 201, PRIVATE);
}

/** Makes a webhook: 201 with its event and its `url`. */
export async function makeHook(c: Asking, room: string): Promise<Response> {
  const { secret, event } = await make(c, room, "hook");
  const url = `${ownOrigin(c.req.url, c.env)}/r/${encodeURIComponent(room)}/hooks/${secret}`;
  return c.json({ ...event, url }, 201, PRIVATE);
}

async function make(c: Asking, room: string, kind: Program) {
  const secret = newSecret();
  const { verdict } = await record(c, room, async () => {
    const made = v.safeParse(Made, readJson(await readBody(c.req.raw)));
    if (!made.success) return fail("bad_op");
    return { kind, who: await memberOf({ is: kind, secret }, room), ...made.output };
  });
  return { secret, event: verdict.event };
}

/** Answers with all of them as JSON. */
export async function listPrograms(c: Asking, room: string): Promise<Response> {
  await guard(c);
  const programs = await c.env.ROOM.getByName(room).programs(await sourceOf(c, room));
  if ("code" in programs) fail(programs.code, programs.retryAfter);
  return c.json({ programs }, 200, PRIVATE);
}
