import { expect, it, vi } from "vitest";
import { type How, openSession } from "../../../src/client/fallback/http-session.ts";
import { createWorld } from "../../support/world.ts";

const HEADERS = { "Content-Type": "text/event-stream; charset=utf-8" };
const SESSION = "event: session\ndata: hers\n\n";

/** Ann's session with a room that answers so. */
function session(how: How, answer: (url: string, init: RequestInit) => Promise<Response> | Response) {
  const world = createWorld(() => ({ send: () => {}, close: () => {} }));
  const on = { opened: vi.fn(), received: vi.fn(), closed: vi.fn() };
  const fetch = async (url: string, init: RequestInit) => answer(url, init);
  const socket = openSession("http://here/r/x", how, on, fetch, world.platform.after);
  return { world, on, socket };
}

it("what the room is told too fast is told again when it said, in its order, and the session goes on", async () => {
  const told: unknown[] = [];
  const refusals = [2, undefined];
  const { world, on, socket } = session("poll", (url, { method, body }) => {
    if (url.endsWith("?poll")) return new Response(SESSION, { headers: HEADERS });
    if (method !== "POST") return new Promise<Response>(() => {});
    if (refusals.length > 0) {
      const seconds = refusals.shift();
      return new Response("", {
        status: 429,
        headers: seconds === undefined ? {} : { "Retry-After": String(seconds) },
      });
    }
    told.push(body);
    return new Response(null, { status: 204 });
  });
  await world.pass(1);
  expect(on.opened).toHaveBeenCalledOnce();
  socket.send("one");
  await world.pass(1);
  socket.send("two");
  await world.pass(1_900);
  expect(told).toEqual([]);
  await world.pass(2_000);
  expect(told).toEqual(["one\ntwo"]);
  expect(on.closed).not.toHaveBeenCalled();
});

it.each(["stream", "poll"] as const)("a portal's page that says 200 is no answer of the room's, by %s", async (how) => {
  const page = new Response("<!doctype html>Please sign in", { headers: { "Content-Type": "text/html" } });
  const { world, on } = session(how, () => page);
  await world.pass(1);
  expect(on.opened).not.toHaveBeenCalled();
  expect(on.closed).toHaveBeenCalledOnce();
});

it("nor is one that comes instead of a later poll", async () => {
  let polls = 0;
  const { world, on } = session("poll", (url) => {
    if (url.endsWith("?poll")) return new Response(SESSION, { headers: HEADERS });
    polls += 1;
    return new Response("<!doctype html>", { headers: { "Content-Type": "text/html" } });
  });
  await world.pass(1);
  expect([polls, on.closed.mock.calls.length]).toEqual([1, 1]);
});
