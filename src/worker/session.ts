// A session over HTTP, for clients whose WebSocket does not come through: frames to the room by POST, frames from it as
// server-sent events, without end or poll by poll. The Worker holds the answer and listens, and the room sleeps.
import type { Context } from "hono";
import { nanoid } from "nanoid";
import * as v from "valibot";
import { SESSION_GATHER_MS, SESSION_LINGER_MS, SESSION_PONG_MS, WAIT_S } from "../protocol/limits.ts";
import { HELD, SESSION_ID_LENGTH, SessionId } from "../protocol/session.ts";
import { readBody } from "./body.ts";
import { sourceOf } from "./comer.ts";
import type { Env } from "./env.ts";
import { EVENT_STREAM, streamFrom } from "./event-stream.ts";
import { fail } from "./fail.ts";
import { countMiss } from "./flood.ts";
import { guard, guardSession } from "./guard.ts";
import { identityHeaders } from "./identity.ts";
import { type Ear, listen } from "./listen.ts";
import { visitorOf } from "./visitor.ts";

type Asking = Context<{ Bindings: Env }>;

/** Opens a session: an event `session` with its id, and then its frames, without end; with `?poll`, the id alone. */
export async function openSession(c: Asking, room: string): Promise<Response> {
  await guard(c);
  const { who, identity } = await visitorOf(c, room);
  const id = nanoid(SESSION_ID_LENGTH);
  const ear = await listen(c, room, who, { session: id });
  const headers = identityHeaders(c, identity);
  const begin = `event: session\ndata: ${id}\n\n`;
  if (c.req.query("poll") === undefined) return streamFrom(ear, headers, (write) => pump(ear, begin, write));
  return new Response(begin + (await takeRest(c, ear)), { headers: { ...EVENT_STREAM, ...headers } });
}

/** Writes frames as they come, and pings for the client, however much comes: the room takes who is silent for dead. */
async function pump(ear: Ear, begin: string, write: (text: string) => Promise<void>): Promise<void> {
  await write(begin);
  for (let pinged = Date.now(); ; ) {
    const frame = await ear.next(pinged + SESSION_PONG_MS - Date.now());
    if (frame === null) return;
    if (frame !== undefined) await write(eventOf(frame));
    if (Date.now() - pinged < SESSION_PONG_MS) continue;
    ear.ping();
    pinged = Date.now();
  }
}

/** Waits for the next frames of a session, at most WAIT_S, and answers with all that there are. */
export async function pollSession(c: Asking, room: string, id: string): Promise<Response> {
  const { who } = await visitorOf(c, room);
  await guardSession(c, id, who.member);
  const ear = await listen(c, room, who, { session: readId(id), goesOn: true }).catch(async (fault: unknown) => {
    await countMiss(c.req.raw, c.env);
    throw fault;
  });
  const first = await ear.next(WAIT_S * 1000);
  // Where much is said, a poll for each frame of it would be many.
  if (first) await scheduler.wait(SESSION_GATHER_MS);
  // Over: the next poll finds no session.
  const rest = first === null ? "" : await takeRest(c, ear);
  return new Response((first ? eventOf(first) : "") + rest, { headers: EVENT_STREAM });
}

/** What else there is, up to where the room holds. It stays with the ear for a while, for the next poll comes at once. */
async function takeRest(c: Asking, ear: Ear): Promise<string> {
  ear.hold();
  let events = "";
  for (let frame = await ear.next(SESSION_LINGER_MS); frame && frame !== HELD; ) {
    events += eventOf(frame);
    frame = await ear.next(SESSION_LINGER_MS);
  }
  c.executionCtx.waitUntil(ear.next(SESSION_LINGER_MS).then(() => ear.close()));
  return events;
}

const eventOf = (frame: string) => `data: ${frame}\n\n`;

/** Tells the room the frames of the body, one in each line. */
export async function tellSession(c: Asking, room: string, id: string): Promise<Response> {
  const { member } = await sourceOf(c, room);
  await guardSession(c, id, member);
  const body = await readBody(c.req.raw);
  const frames = body.split("\n").filter((line) => line !== "");
  const heard = await c.env.ROOM.getByName(room).hear(readId(id), member, frames);
  if (heard) return done(c);
  await countMiss(c.req.raw, c.env);
  return fail("no_session");
}

/** Ends a session. */
export async function leaveSession(c: Asking, room: string, id: string): Promise<Response> {
  await guard(c);
  const { member } = await sourceOf(c, room);
  const left = await c.env.ROOM.getByName(room).leave(readId(id), member);
  return left ? done(c) : fail("no_session");
}

const done = (c: Asking) => c.body(null, 204, { "Cache-Control": "no-store" });

function readId(id: string): string {
  return v.is(SessionId, id) ? id : fail("no_session");
}
