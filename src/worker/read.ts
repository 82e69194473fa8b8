// Reading a room over HTTP: the app's shell, or what was said as text, JSON, Markdown or a stream of events.
import type { Context } from "hono";
import type { Refusal } from "../protocol/refusal.ts";
import { sheet } from "../protocol/text.ts";
import type { Reader } from "../room/answer.ts";
import type { Env } from "./env.ts";
import { fail, failAs, refuseMethod } from "./fail.ts";
import { guard } from "./guard.ts";
import { identify, identityHeaders } from "./identity.ts";
import { frameOf, listen } from "./listen.ts";
import { isCrawler, listed } from "./listing.ts";
import { negotiate } from "./negotiate.ts";
import { readQuestion } from "./question.ts";
import { streamEvents } from "./stream.ts";
import { type Visitor, visitorOf } from "./visitor.ts";

/** Answers a GET of a room. Only readers of text and JSON reach the room; the shell wakes no object. */
export async function readRoom(c: Context<{ Bindings: Env }>, room: string): Promise<Response> {
  const as = negotiate(c);
  if (as === "shell") {
    const page = await shell(c);
    return isCrawler(c.req.header("User-Agent")) ? listed(c, room, page) : page;
  }
  // A stream has no end at which a HEAD could be answered.
  if (as === "stream") return c.req.method === "HEAD" ? refuseMethod("GET, POST, DELETE") : streamEvents(c, room);
  await guard(c);
  const { wait, ...asked } = readQuestion(c);
  const { who } = await visitorOf(c, room);
  const read = () =>
    c.env.ROOM.getByName(room).read(who.member, who, {
      ...asked,
      ...(as === "markdown" && { markdown: true as const }),
    });
  let reading = await read();
  if (wait > 0 && hasNothing(reading)) {
    await waitFor(c, room, who, reading, wait);
    reading = await read();
  }
  if ("code" in reading) fail(reading.code, reading.retryAfter);
  const { lines, markdown, last, ...rest } = reading;
  const headers = { "Cache-Control": "no-store", ...place(rest) };
  if (as === "json") return c.json(rest, 200, headers);
  if (as === "text") return c.text(sheet(lines), 200, headers);
  return c.body(markdown ?? "", 200, { ...headers, "Content-Type": "text/markdown; charset=utf-8" });
}

/**
 * The app, with an identity for who has none yet: its first socket must already be the same person.
 * It has a sentence too for a person who opens an address that no room can have: that is its 400.
 */
export async function shell(c: Context<{ Bindings: Env }>, status: 200 | 400 = 200): Promise<Response> {
  const asset = await c.env.ASSETS.fetch(new URL("/room", c.req.url));
  const headers = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-cache" };
  return c.body(asset.body ?? "", status, { ...headers, ...identityHeaders(c, await identify(c)) });
}

/** What lines don't say: where to read on from, whether there is more, and whether the place asked for was not known. */
function place({ cursor, more, reset }: Pick<Reader, "cursor" | "more" | "reset">): Record<string, string> {
  return {
    "Parlor-Cursor": cursor,
    ...(more && { "Parlor-More": "true" }),
    ...(reset && { "Parlor-Reset": "true" }),
  };
}

function hasNothing(reading: Reader | Refusal): reading is Reader {
  return !("code" in reading) && reading.events?.length === 0;
}

/**
 * Waits until something comes after what was read, or so many seconds. The room sleeps meanwhile. It resumes from there, so
 * that the room need not read a page for it.
 */
async function waitFor(c: Context<{ Bindings: Env }>, room: string, who: Visitor, reading: Reader, seconds: number) {
  const { epoch, head, last } = reading;
  const ear = await listen(c, room, who);
  ear.tell({ type: "hello", epoch, cursor: head, last, ...(who.pass && { pass: who.pass }) });
  const until = Date.now() + seconds * 1000;
  for (let left = seconds * 1000; left > 0; left = until - Date.now()) {
    const said = await ear.next(left);
    if (said === null) break;
    const frame = said === undefined ? undefined : frameOf(said);
    if (frame?.type === "refused") {
      ear.close();
      return failAs(frame);
    }
    // Or it came while we were on our way in.
    if (frame?.type === "events" || (frame?.type === "welcome" && frame.head > head)) break;
  }
  ear.close();
}
