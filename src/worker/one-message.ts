// One message over HTTP, at /r/<room>/<seq>: edited, deleted, reacted to.
import type { Context } from "hono";
import * as v from "valibot";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { readMessage } from "./post.ts";
import { recordOp } from "./post-op.ts";

const Deed = v.object({ me: v.literal(true) });

type Asked = Context<{ Bindings: Env }>;

/** Puts other words in its place: a body as of a new message. What somebody did (`/me`) stays something that they did. */
export function editMessage(c: Asked, room: string): Promise<Response> {
  return recordOp(c, room, async (who) => {
    const { text } = await readMessage(c);
    const seq = target(c);
    const reading = await c.env.ROOM.getByName(room).read(who.member, who, { before: seq + 1, limit: 1 });
    // Who only writes can't see what it was. Anybody else hears it here: a wrong passcode is one guess, not two.
    if ("code" in reading && reading.code !== "not_allowed") fail(reading.code, reading.retryAfter);
    const [message] = "code" in reading ? [] : (reading.messages ?? []);
    const me = v.is(v.object({ seq: v.literal(seq), body: Deed }), message);
    return { kind: "edit", target: seq, body: { text, ...(me && { me }) } };
  });
}

export function deleteMessage(c: Asked, room: string): Promise<Response> {
  return recordOp(c, room, () => ({ kind: "delete", target: target(c) }));
}

/** Sets an emoji on it, or takes one's own back. */
export function react(c: Asked, room: string, on: boolean): Promise<Response> {
  return recordOp(c, room, () => ({ kind: "react", target: target(c), emoji: c.req.param("emoji"), on }));
}

function target(c: Asked): number {
  return Number(c.req.param("seq"));
}
