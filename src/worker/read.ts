// Reading a room over HTTP: the app's shell, or what was said as text or JSON.
import type { Context } from "hono";
import { sheet } from "../protocol/text.ts";
import type { Reader, Since } from "../room/answer.ts";
import { comerOf } from "./comer.ts";
import type { Env } from "./env.ts";
import { fail } from "./fail.ts";
import { guard } from "./guard.ts";
import { identify, identityHeaders, memberOf } from "./identity.ts";
import { isCrawler, listed } from "./listing.ts";
import { negotiate } from "./negotiate.ts";

/** Answers a GET of a room. Only readers of text and JSON reach the room; the shell wakes no object. */
export async function readRoom(c: Context<{ Bindings: Env }>, room: string): Promise<Response> {
  const as = negotiate(c);
  if (as === "shell") {
    const page = await shell(c);
    return isCrawler(c.req.header("User-Agent")) ? listed(c, room, page) : page;
  }
  await guard(c);
  const since = readSince(c.req.query("since"));
  const { secret } = await identify(c);
  const [member, comer] = await Promise.all([memberOf(secret, room), comerOf(c.req.raw, room)]);
  const read = await c.env.ROOM.getByName(room).read(member, comer, since);
  if ("code" in read) fail(read.code, read.retryAfter);
  const { lines, ...reading } = read;
  const headers = { "Cache-Control": "no-store", ...place(reading) };
  if (as === "json") return c.json(reading, 200, headers);
  return c.text(sheet(lines), 200, headers);
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
function place({ cursor, more, reset }: Omit<Reader, "lines">): Record<string, string> {
  return {
    "Parlor-Cursor": cursor,
    ...(more && { "Parlor-More": "true" }),
    ...(reset && { "Parlor-Reset": "true" }),
  };
}

/** `?since=57` or `?since=epoch.57`. */
function readSince(raw: string | undefined): Since | undefined {
  if (raw === undefined) return undefined;
  const [, epoch, digits] = /^(?:([A-Za-z0-9_-]{16,64})?\.)?(\d{1,15})$/.exec(raw) ?? [];
  if (digits === undefined) fail("bad_cursor");
  const seq = Number(digits);
  return epoch === undefined ? { seq } : { seq, epoch };
}
