// What Ann wrote and the room did not take: it waits, or stays with her, with its text.
import { expect, test } from "vitest";
import { memoryStore } from "../../src/client/store/memory.ts";
import { memoryRecords } from "../../src/client/store/records.ts";
import { FRAME_BYTES } from "../../src/protocol/limits.ts";
import { annJoins, screen, texts, together } from "../support/members.ts";
import { createScriptedRoom } from "../support/scripted-room.ts";

test("a text that fits no frame fails at once, with its text, and holds up nothing", async () => {
  const { room, client, world } = await together("hello");
  client.send("x".repeat(FRAME_BYTES));
  client.send("one");
  await world.pass(10);
  expect(room.texts()).toEqual(["hello", "one"]);
  expect(client.state.pending).toMatchObject([{ status: "failed", code: "too_long" }]);
});

test("a room that is too busy gets the rest again, in order, when it said", async () => {
  const { room, client, world } = await together("hello");
  room.reachable = false;
  room.line.cut();
  for (const text of ["one", "two", "three"]) client.send(text);
  room.refuse = (op) =>
    op.kind === "send" && op.body.text === "two" ? { code: "too_fast", retryAfter: 3 } : undefined;
  room.reachable = true;
  world.hint();
  await world.pass(100);
  expect(room.texts()).toEqual(["hello", "one"]);
  const until = client.state.slowUntil ?? 0;
  expect(until - world.now()).toBeGreaterThan(2800);
  expect(until - world.now()).toBeLessThanOrEqual(3000);
  room.refuse = () => undefined;
  client.send("four");
  await world.pass(2800);
  expect(room.heard()).toHaveLength(1);
  await world.pass(200);
  expect(texts(room.heard())).toEqual([
    ["one", "two", "three"],
    ["two", "three", "four"],
  ]);
  expect(screen(client)).toEqual({ messages: ["hello", "one", "two", "three", "four"], pending: [] });
  expect(client.state.slowUntil).toBeUndefined();
});

test("of several waits the longest counts", async () => {
  const { room, client, world } = await together("hello");
  room.line.tell({ type: "refused", code: "too_fast", retryAfter: 5 });
  room.line.tell({ type: "refused", code: "too_fast", retryAfter: 1 });
  await world.pass(10);
  client.send("one");
  await world.pass(4900);
  expect(room.heard()).toEqual([]);
  await world.pass(200);
  expect(texts(room.heard())).toEqual([["one"]]);
});

test("a refused text stays with its writer, the others go on", async () => {
  const { room, client, world } = await together("hello");
  room.reachable = false;
  room.line.cut();
  for (const text of ["one", "two", "three"]) client.send(text);
  room.refuse = (op) => (op.kind === "send" && op.body.text === "two" ? { code: "not_yours" } : undefined);
  room.reachable = true;
  world.hint();
  await world.pass(100);
  client.send("four");
  await world.pass(100);
  expect(screen(client)).toEqual({ messages: ["hello", "one", "three", "four"], pending: ["two failed"] });
  expect(client.state.pending[0]?.code).toBe("not_yours");
});

test("a failed text is sent again as a new op, or let go", async () => {
  const { room, client, world } = await together("hello");
  room.refuse = () => ({ code: "internal" });
  const [one, two] = [client.send("one"), client.send("two")];
  await world.pass(100);
  expect(screen(client).pending).toEqual(["one failed", "two failed"]);
  room.refuse = () => undefined;
  client.discard(two);
  client.retry(one);
  expect(screen(client).pending).toEqual(["one waiting"]);
  await world.pass(100);
  expect(screen(client)).toEqual({ messages: ["hello", "one"], pending: [] });
  expect(room.seqOf(one)).toBeUndefined();
});

test("what may be in the log already can be neither dropped nor doubled", async () => {
  const { room, client, world } = await together("hello");
  room.ops = "unheard";
  const id = client.send("one");
  await world.pass(10);
  client.discard(id);
  client.retry(id);
  await world.pass(10);
  expect(screen(client).pending).toEqual(["one waiting"]);
  expect(room.heard()).toHaveLength(1);
});

test("a failed text survives a reload, and so does why it failed", async () => {
  const room = createScriptedRoom();
  const rows = memoryRecords();
  const before = annJoins(room, memoryStore("lobby", "1", rows));
  room.refuse = () => ({ code: "internal" });
  before.send("one");
  await room.world.pass(100);
  before.leave();
  const after = annJoins(room, memoryStore("lobby", "2", rows));
  await room.world.pass(100);
  expect(after.state.pending).toMatchObject([{ status: "failed", code: "internal", op: { body: { text: "one" } } }]);
});

test("a refusal by a code of a newer room is a failure too", async () => {
  const { room, client, world } = await together("hello");
  room.refuse = () => ({ code: "of_a_newer_room" });
  client.send("one");
  await world.pass(100);
  expect(client.state.pending).toMatchObject([{ status: "failed", code: "of_a_newer_room" }]);
});

test("a room that wants hello first gets it, and then the message", async () => {
  const { room, client, world } = await together("hello");
  let first = true;
  room.refuse = () => {
    const no = first ? { code: "hello_first" } : undefined;
    first = false;
    return no;
  };
  client.send("one");
  await world.pass(1000);
  expect(room.lines).toHaveLength(2);
  expect(screen(client)).toEqual({ messages: ["hello", "one"], pending: [] });
});
