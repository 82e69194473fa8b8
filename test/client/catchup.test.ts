// What Ann does when something is late or missing: she asks again, once, and not too soon.
import { expect, test } from "vitest";
import { BEHIND_MS, OVERDUE_MS } from "../../src/client/catchup.ts";
import { PING_EVERY_MS } from "../../src/protocol/limits.ts";
import { annJoins, screen, together } from "../support/members.ts";
import { createScriptedRoom } from "../support/scripted-room.ts";

test("a pong of another log makes Ann ask at once", async () => {
  const { room, client, world } = await together("one", "two");
  room.wipe();
  room.boMumbles("new");
  world.hint();
  await world.pass(10);
  expect(screen(client).messages).toEqual(["new"]);
});

test("a pong that is ahead makes Ann ask two seconds later, if she is still behind then", async () => {
  const { room, client, world } = await together("one", "two");
  room.boMumbles("three");
  await world.pass(PING_EVERY_MS + 2);
  expect(client.state).toMatchObject({ cursor: 2, head: 3 });
  await world.pass(BEHIND_MS - 110);
  expect(room.said("hello")).toHaveLength(1);
  await world.pass(120);
  expect(screen(client).messages).toEqual(["one", "two", "three"]);
});

test("a pong that overtakes its events is no reason to ask", async () => {
  const { room, client, world } = await together("one", "two");
  room.line.tell({ type: "pong", epoch: room.epoch, head: 3 });
  await world.pass(1000);
  room.boSays("three");
  await world.pass(5000);
  expect([room.said("hello").length, client.state.cursor]).toEqual([1, 3]);
});

test("the pong of a room's very first message is no other log", async () => {
  const room = createScriptedRoom();
  const client = annJoins(room);
  await room.world.pass(100);
  room.line.tell({ type: "pong", epoch: "id-0000000000001", head: 1 });
  await room.world.pass(1000);
  room.boSays("first");
  await room.world.pass(5000);
  expect([room.said("hello").length, client.state.cursor]).toEqual([1, 1]);
});

test("pongs that come again and again don't put off the question", async () => {
  const { room, client, world } = await together("one", "two");
  room.boMumbles("three");
  world.hint();
  await world.pass(1500);
  world.hint();
  await world.pass(600);
  expect(client.state.cursor).toBe(3);
});

test("in the middle of a resume, and while a welcome is due, nothing is asked twice", async () => {
  const { room, world } = await together("one", "two");
  room.boMumbles("three");
  world.hint();
  await world.pass(1900);
  room.answersHello = false;
  room.boSays("four");
  await world.pass(10);
  world.hint();
  room.line.tell({ type: "pong", epoch: "id-of-another-log", head: 1 });
  await world.pass(5000);
  expect(room.line.said.filter(({ type }) => type === "hello")).toHaveLength(2);
});

test("frames that come meanwhile don't hide that a welcome is missing", async () => {
  const { room, client, world } = await together("one", "two");
  const [known] = room.log;
  room.answersHello = false;
  room.boMumbles("three");
  room.boSays("four");
  await world.pass(100);
  room.line.tell({ type: "events", events: [known] });
  await world.pass(20_000);
  room.line.tell({ type: "events", events: [known] });
  room.answersHello = true;
  await world.pass(OVERDUE_MS - 20_000 + 1000);
  expect([room.lines.length, client.state.cursor]).toEqual([2, 4]);
});

test("what was due on a link is forgotten with it", async () => {
  const { room, client, world } = await together("one", "two");
  // One listener for hints is all that may be left.
  room.line.tell({ type: "pong", epoch: room.epoch, head: 9 });
  await world.pass(10);
  client.disconnect();
  expect(world.due()).toBe(1);
  room.answersHello = false;
  client.connect();
  await world.pass(10);
  client.disconnect();
  expect(world.due()).toBe(1);
});

test("a long resume comes in batches, each after a got", async () => {
  const { room, client, world } = await together("one", "two");
  room.batch = 3;
  room.reachable = false;
  room.line.cut();
  room.boSays(..."abcdefgh");
  room.reachable = true;
  await world.pass(2000);
  expect(screen(client).messages.slice(2).join("")).toBe("abcdefgh");
  expect(room.said("got").map(({ seq }) => seq)).toEqual([5, 8]);
});

test("Ann says got after every 64 KiB, as they are on the wire", async () => {
  const { room, world } = await together("one", "two");
  for (let i = 0; i < 4; i++) room.boSays("說".repeat(7000));
  await world.pass(10);
  expect(room.said("got")).toEqual([{ type: "got", seq: 6 }]);
});

test("a batch that never comes is asked for over a new link", async () => {
  const { room, client, world } = await together("one", "two");
  room.batch = 1;
  room.line.cut();
  const { deliver } = room;
  let frames = 0;
  room.deliver = (line, frame) => ++frames === 1 && deliver(line, frame);
  room.boMumbles("three", "four");
  await world.pass(1000);
  expect(screen(client).messages).toEqual(["one", "two", "three"]);
  room.deliver = deliver;
  await world.pass(OVERDUE_MS + 1000);
  expect(screen(client).messages).toEqual(["one", "two", "three", "four"]);
});

test("a welcome that never comes is asked for over a new link", async () => {
  const room = createScriptedRoom();
  room.answersHello = false;
  const client = annJoins(room);
  await room.world.pass(OVERDUE_MS);
  expect(client.state.welcomed).toBe(false);
  room.answersHello = true;
  await room.world.pass(1000);
  expect([client.state.welcomed, room.lines.length]).toEqual([true, 2]);
});

test("Ann's new name goes with her to the next link", async () => {
  const { room, client, world } = await together("one", "two");
  client.rename("Anna");
  await world.pass(100);
  room.line.cut();
  await world.pass(1000);
  expect(room.said("hello").at(-1)).toMatchObject({ name: "Anna" });
});

test("a new link is not called open before its welcome", async () => {
  const { room, client, world } = await together("one", "two");
  room.line.cut();
  room.answersHello = false;
  await world.pass(1000);
  expect(client.state.link.is).toBe("connecting");
});

test("the tab that is seen again tries at once", async () => {
  const { room, client, world } = await together("one", "two");
  room.reachable = false;
  room.line.cut();
  await world.pass(60_000);
  room.reachable = true;
  world.hint();
  await world.pass(10);
  expect(client.state.link).toEqual({ is: "open" });
});

test("Ann, whose hello came too fast, greets again when the room said", async () => {
  const room = createScriptedRoom();
  room.boSays("hello");
  room.answersHello = false;
  const client = annJoins(room);
  await room.world.pass(100);
  room.line.tell({ type: "refused", code: "too_fast", retryAfter: 2 });
  room.answersHello = true;
  await room.world.pass(1900);
  expect(room.said("hello")).toHaveLength(1);
  await room.world.pass(300);
  expect(room.said("hello")).toHaveLength(2);
  expect(screen(client).messages).toEqual(["hello"]);
});
