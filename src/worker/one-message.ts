// One message over HTTP, at /r/<room>/<seq>: edited, deleted, reacted to.
import type { Context } from "hono";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { readMessage } from "./post.ts";
import { recordOp } from "./post-op.ts";

type Asked = Context<{ Bindings: Env }>;

/** Puts other words in its place: a body as of a new message. What somebody did (`/me`) stays something that they did. */
export function editMessage(c: Asked, room: string): Promise<Response> {
  return recordOp(c, room, async () => {
    const { text } = await readMessage(c);
    const me = await c.env.ROOM.getByName(room).isDeed(target(c));
    if (typeof me !== "boolean") fail(me.code);
    return { kind: "edit", target: target(c), body: { text, ...(me && { me }) } };
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
