// Writing to a room over HTTP: `curl -d 'hi'` is a message.
import type { Context } from "hono";
import * as v from "valibot";
import { cleanName, isName } from "../protocol/name.ts";
import { type Op, parseOp } from "../protocol/op.ts";
import { sheet } from "../protocol/text.ts";
import { person } from "../room/members.ts";
import { readBody, readJson } from "./body.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { guard } from "./guard.ts";
import { identityHeaders, keyOf, opIdOf } from "./identity.ts";
import { postTo } from "./make.ts";
import { negotiate } from "./negotiate.ts";
import { visitorOf } from "./visitor.ts";

/** What a JSON or form body may say. */
const Message = v.object({
  text: v.string(),
  name: v.optional(v.string()),
  replyTo: v.optional(v.number()),
});
type Message = v.InferOutput<typeof Message>;

/** Records a message: 201 with its event (or its line, for who reads text), 200 where it was recorded before. */
export async function postMessage(c: Context<{ Bindings: Env }>, room: string): Promise<Response> {
  await guard(c);
  const { name, ...message } = await readMessage(c);
  if (name !== undefined && !isName(name)) fail("bad_name");
  const key = keyOf(c);
  const { who, identity } = await visitorOf(c, room, key);
  const op = readOp(await opIdOf(c, who.member), message);

  const author = person(who.member, name === undefined ? who.label : cleanName(name), name === undefined);
  const { verdict, line } = await postTo(c, room, author, who, op);
  if (verdict.is === "refused") fail(verdict.refusal.code, verdict.refusal.retryAfter);
  const headers = { "Cache-Control": "no-store", ...identityHeaders(c, identity) };
  const status = verdict.is === "accepted" ? 201 : 200;
  if (negotiate(c) === "json") return c.json(verdict.event, status, headers);
  return c.text(sheet(line === undefined ? [] : [line]), status, headers);
}

function readOp(id: string, { text, replyTo }: Omit<Message, "name">): Op {
  const op = parseOp({ id, kind: "send", body: { text }, ...(replyTo !== undefined && { replyTo }) });
  return op.ok ? op.value : fail(op.refusal.code);
}

/** What the body of a request says as a message. */
export async function readMessage(c: Context<{ Bindings: Env }>): Promise<Message> {
  const raw = await readBody(c.req.raw);
  const type = c.req.header("Content-Type") ?? "";
  if (/^application\/json\b/i.test(type)) return readMessageJson(raw);
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) return readForm(raw);
  if (type === "" || /^text\//i.test(type)) return { text: raw };
  return fail("bad_type");
}

function readMessageJson(raw: string): Message {
  const message = v.safeParse(Message, readJson(raw));
  return message.success ? message.output : fail("bad_op");
}

/** `curl -d` calls any text a form. Without a `text` field it is the message itself. */
function readForm(raw: string): Message {
  const fields = new URLSearchParams(raw);
  const text = fields.get("text");
  if (text === null) return { text: raw };
  // URLSearchParams puts U+FFFD for bytes that are not UTF-8.
  if (!isUtf8(raw)) fail("bad_text");
  const name = fields.get("name");
  const replyTo = fields.get("replyTo");
  return { text, ...(name && { name }), ...(replyTo && { replyTo: Number(replyTo) }) };
}

function isUtf8(form: string): boolean {
  try {
    return decodeURIComponent(form) !== undefined;
  } catch {
    return false;
  }
}
