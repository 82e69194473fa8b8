// Webhooks of a room: those by whose address others speak in it, whose secret is told once and kept by nobody, and those to
// which it posts, whose secret is told once and kept, for the room signs with it.
import type { Context } from "hono";
import * as v from "valibot";
import { secretOf, TELLS } from "../protocol/hook.ts";
import { Seq } from "../protocol/id.ts";
import { readBody, readJson } from "./body.ts";
import { sourceOf } from "./comer.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { guard } from "./guard.ts";
import { PRIVATE } from "./headers.ts";
import { memberOf, newSecret } from "./identity.ts";
import { ownOrigin } from "./origin.ts";
import { record } from "./post-op.ts";

type Asking = Context<{ Bindings: Env }>;

const Made = v.object({
  name: v.string(),
  url: v.optional(v.string()),
  tells: v.optional(v.array(v.picklist(TELLS)), ["messages"]),
});

/**
 * Makes one: 201 with its event and the `url` to post to; or, where a URL was given, one to which the room posts, with the
 * `secret` by which it signs.
 */
export async function makeHook(c: Asking, room: string): Promise<Response> {
  const address = newSecret();
  const secret = secretOf(crypto.getRandomValues(new Uint8Array(32)));
  const { verdict } = await record(c, room, async () => {
    const made = v.safeParse(Made, readJson(await readBody(c.req.raw)));
    if (!made.success) return fail("bad_op");
    const { name, url, tells } = made.output;
    // That of an outgoing one is derived from an address that nobody is told.
    const who = await memberOf({ is: "hook", secret: address }, room);
    return { kind: "hook", who, name, ...(url !== undefined && { to: { url, secret, tells } }) };
  });
  const { event } = verdict;
  if (event.kind === "hook" && event.out) return c.json({ ...event, secret }, 201, PRIVATE);
  const url = `${ownOrigin(c.req.url, c.env)}/r/${encodeURIComponent(room)}/hooks/${address}`;
  return c.json({ ...event, url }, 201, PRIVATE);
}

const Again = v.object({ seq: Seq });

/** Sends one event again, and answers with what came of it. */
export async function sendAgain(c: Asking, room: string, who: string): Promise<Response> {
  await guard(c);
  const source = await sourceOf(c, room);
  const again = v.safeParse(Again, readJson(await readBody(c.req.raw)));
  if (!again.success) return fail("bad_op");
  const delivery = await c.env.ROOM.getByName(room).sendAgain(source, who, again.output.seq);
  if ("code" in delivery) fail(delivery.code, delivery.retryAfter);
  return c.json(delivery, 200, PRIVATE);
}
