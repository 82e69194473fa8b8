// Any op over HTTP, at /r/<room>/ops: for scripts, and for the operator of the deployment.
import type { Context } from "hono";
import { nanoid } from "nanoid";
import { ID_LENGTH } from "../protocol/id.ts";
import { parseOp } from "../protocol/op.ts";
import { OPERATOR } from "../protocol/person.ts";
import { person } from "../room/members.ts";
import { readBody, readJson } from "./body.ts";
import { comerOf } from "./comer.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { guard } from "./guard.ts";
import { identify, identityHeaders, labelOf, memberOf, opIdOf } from "./identity.ts";
import { isOperator } from "./operator.ts";

/** Records an op, a JSON object without its id: 201 with its event, 200 where it was recorded before. */
export async function postOp(c: Context<{ Bindings: Env }>, room: string): Promise<Response> {
  await guard(c);
  const key = c.req.header("Idempotency-Key");
  const operator = await isOperator(c.req.raw, c.env);
  // A passcode comes by Basic; whoever comes with anything else means to be the operator.
  if (!operator && /^(?!Basic )./i.test(c.req.header("Authorization") ?? "")) fail("not_allowed");
  const identity = await identify(c, key);
  const member = operator ? OPERATOR.member : await memberOf(identity.secret, room);
  const wish = readJson(await readBody(c.req.raw));
  const id = key === undefined ? nanoid(ID_LENGTH) : await opIdOf(key, member);
  const op = parseOp(typeof wish === "object" && wish !== null ? { ...wish, id } : wish);
  if (!op.ok) fail(op.refusal.code);

  const who = operator ? OPERATOR : person(member, await labelOf(identity.secret, room), true);
  const { verdict } = await c.env.ROOM.getByName(room).post(who, await comerOf(c.req.raw, room), op.value);
  if (verdict.is === "refused") fail(verdict.refusal.code, verdict.refusal.retryAfter);
  const headers = { "Cache-Control": "no-store", ...(operator ? {} : identityHeaders(c, identity)) };
  return c.json(verdict.event, verdict.is === "accepted" ? 201 : 200, headers);
}
