// Any op over HTTP, at /r/<room>/ops: for scripts, and for the operator of the deployment.
import type { Context } from "hono";
import { parseOp } from "../protocol/op.ts";
import { OPERATOR } from "../protocol/operator.ts";
import type { Verdict } from "../room/accept.ts";
import { person } from "../room/members.ts";
import { readBody, readJson } from "./body.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { guard } from "./guard.ts";
import { identityHeaders, keyOf, opIdOf } from "./identity.ts";
import { postTo } from "./make.ts";
import { visitorOf } from "./visitor.ts";

/** Records an op, a JSON object without its id. */
export async function postOp(c: Context<{ Bindings: Env }>, room: string): Promise<Response> {
  return recordOp(c, room, async () => readJson(await readBody(c.req.raw)));
}

/** Records what is wished, and answers: 201 with its event, 200 where it was recorded before. */
export async function recordOp(
  c: Context<{ Bindings: Env }>,
  room: string,
  readWish: () => unknown,
): Promise<Response> {
  const { verdict, headers } = await record(c, room, readWish);
  return c.json(verdict.event, verdict.is === "accepted" ? 201 : 200, headers);
}

/** Records what is wished, which is read once it is clear who asks; with the headers of its answer. Refusals end the request. */
export async function record(
  c: Context<{ Bindings: Env }>,
  room: string,
  readWish: () => unknown,
): Promise<{ verdict: Exclude<Verdict, { is: "refused" }>; headers: Record<string, string> }> {
  await guard(c);
  const key = keyOf(c);
  const { who, identity } = await visitorOf(c, room, key);
  const by = who.member === OPERATOR.member ? OPERATOR : person(who.member, who.label, true);
  const wish = await readWish();
  const id = await opIdOf(c, by.member);
  const op = parseOp(typeof wish === "object" && wish !== null ? { ...wish, id } : wish);
  if (!op.ok) fail(op.refusal.code);

  const { verdict } = await postTo(c, room, by, who, op.value);
  if (verdict.is === "refused") return fail(verdict.refusal.code, verdict.refusal.retryAfter);
  return { verdict, headers: { "Cache-Control": "no-store", ...identityHeaders(c, identity) } };
}
