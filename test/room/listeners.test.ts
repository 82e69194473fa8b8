// Who listens over HTTP says nothing, and is here all the same: the room, by its own clock, takes nobody of them for dead.
import { runInDurableObject } from "cloudflare:test";
import { afterEach, expect, it, vi } from "vitest";
import { DEAD_AFTER_MS, SESSION_PONG_MS, STREAM_COMMENT_MS } from "../../src/protocol/limits.ts";
import { PING } from "../../src/protocol/ping.ts";
import type { Core } from "../../src/room/core.ts";
import { takeTurn } from "../../src/room/turn.ts";
import { enter, freshRoom, get, objectOf, sleep, until } from "./visitor.ts";

const HERS = { Cookie: `__Host-parlor=${"a".repeat(43)}` };

afterEach(() => void vi.restoreAllMocks());

/** A turn of the room at this time, in which it looks for the dead. */
async function sweepAt(room: string, now: number): Promise<void> {
  await runInDurableObject(objectOf(room), (object) => {
    const core: Core = Reflect.get(object, "core");
    core.sweptAt = 0;
    takeTurn(core, [], now, (fault) => {
      throw fault;
    });
  });
}

/** Puts the clock forward: of the Worker and of the room, and not of the runtime, which writes down when it was pinged. */
function putForward(ms: number): void {
  const now = Date.now;
  vi.spyOn(Date, "now").mockImplementation(() => now() + ms);
}

/** Ann's answer without end, as text that grows. */
async function listens(path: string, init: RequestInit = {}) {
  const answer = await get(path, { ...HERS, Accept: "text/event-stream" }, init);
  const heard = { text: "", over: false };
  const reader = answer.body?.getReader();
  const reading = async () => {
    for (let part = await reader?.read(); part?.value; part = await reader?.read())
      heard.text += new TextDecoder().decode(part.value);
    heard.over = true;
  };
  void reading().catch(() => {});
  await until(() => expect(heard.text).not.toBe(""));
  return { heard, leave: () => reader?.cancel() };
}

it.each([
  ["a stream of events", "", STREAM_COMMENT_MS],
  ["a session", "/sessions", SESSION_PONG_MS],
])("ann, who listens by %s in a room that is never silent, is still here", async (_, path, everyMs) => {
  const room = freshRoom();
  const bo = await enter({ room, name: "Bo" });
  const began = Date.now();
  const { heard, leave } = await listens(`/r/${room}${path}`, path === "" ? {} : { method: "POST" });
  const [, id] = /event: session\ndata: (.*)/.exec(heard.text) ?? [];
  if (id !== undefined) await get(`/r/${room}/sessions/${id}`, HERS, { method: "POST", body: '{"type":"hello"}' });
  await until(() => expect(bo.frames("roster").at(-1)?.count).toBe(2));
  await scheduler.wait(1000);
  putForward(everyMs);
  await bo.say("hi");
  await bo.sendRaw(PING);
  await until(() => expect(heard.text).toContain('"hi"'));
  // The ping is answered by the runtime.
  await scheduler.wait(100);
  vi.restoreAllMocks();
  await sleep(room);
  await sweepAt(room, began + DEAD_AFTER_MS + 900);
  await bo.say("still here?");
  await until(() => expect(heard.text).toContain("still here?"));
  expect(heard.over).toBe(false);
  await leave();
});

it("ann, who polls and says nothing, is here as long as she polls", async () => {
  const room = freshRoom();
  const bo = await enter({ room, name: "Bo" });
  const at = `/r/${room}/sessions`;
  const opened = await (await get(`${at}?poll`, HERS, { method: "POST" })).text();
  const [, id] = /data: (.*)/.exec(opened) ?? [];
  const told = await get(`${at}/${id}`, HERS, { method: "POST", body: '{"type":"hello"}' });
  expect(told.status).toBe(204);
  const began = Date.now();
  const poll = async () => (await get(`${at}/${id}`, HERS)).text();
  await poll();
  await scheduler.wait(1000);
  const waiting = poll();
  await bo.sendRaw(PING);
  await scheduler.wait(300);
  await sweepAt(room, began + DEAD_AFTER_MS + 900);
  await bo.say("still here?");
  let heard = await waiting;
  while (!/gone_quiet|no_session|still here/.test(heard)) heard += await poll();
  expect(heard).toContain("still here?");
  await get(`${at}/${id}`, HERS, { method: "DELETE" });
});
