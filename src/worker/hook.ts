// The address of a webhook: whatever is posted there is said in the room, under the webhook's name.
import type { Context } from "hono";
import { parseOp } from "../protocol/op.ts";
import { person } from "../room/members.ts";
import { readBody } from "./body.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { guard } from "./guard.ts";
import { textOf } from "./hook-text.ts";
import { memberOf, opIdOf } from "./identity.ts";
import { postTo } from "./make.ts";

/** Says it: 200 `ok`, as senders that know Slack's webhooks expect. */
export async function hearHook(c: Context<{ Bindings: Env }>, room: string, secret: string): Promise<Response> {
  await guard(c);
  if (!/^[A-Za-z0-9_-]{43}$/.test(secret)) fail("bad_token");
  const member = await memberOf({ is: "hook", secret }, room);
  const text = textOf(await readBody(c.req.raw), c.req.header("Content-Type") ?? "");
  const op = parseOp({ id: await opIdOf(c, member), kind: "send", body: { text } });
  if (!op.ok) return fail(op.refusal.code);
  const who = person(member, "", true);
  const { verdict } = await postTo(c, room, who, { address: "", pass: undefined }, op.value);
  if (verdict.is === "refused") fail(verdict.refusal.code, verdict.refusal.retryAfter);
  return c.text("ok", 200, { "Cache-Control": "no-store" });
}
