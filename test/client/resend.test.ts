// When an echo is late or lost, Ann's message is sent again, and is one message.
import { expect, test } from "vitest";
import { ECHO_WAIT_MS } from "../../src/client/flight.ts";
import { annJoins, screen, texts, together } from "../support/members.ts";
import { createScriptedRoom } from "../support/scripted-room.ts";

test("an echo that was lost with its link is found in the resume, and the message is not sent again", async () => {
  const { room, client, world } = await together("hello");
  room.ops = "silently";
  client.send("one");
  await world.pass(10);
  room.line.cut();
  await world.pass(1000);
  expect(texts(room.heard())).toEqual([["one"]]);
  expect(screen(client)).toEqual({ messages: ["hello", "one"], pending: [] });
});

test("a message whose echo was never seen is `stored` when it is sent again: one message, nothing pending", async () => {
  const { room, client, world } = await together("hello");
  room.ops = "silently";
  room.page = 1;
  client.rename("Anna");
  await world.pass(10);
  // The link comes back without the events in between: a page doesn't show that she was renamed.
  room.epoch = "id-of-another-log";
  room.line.cut();
  await world.pass(1000);
  expect(room.heard()).toHaveLength(2);
  expect(room.heard()[0]).toEqual(room.heard()[1]);
  expect([room.log.length, client.state.pending]).toEqual([2, []]);
});

test("a stored message stays pending until the screen has come that far", async () => {
  const { room, client, world } = await together("hello");
  room.ops = "unheard";
  const id = client.send("one");
  await world.pass(10);
  room.line.tell({ type: "stored", ids: [[id, 3]] });
  room.boSays("between");
  await world.pass(10);
  expect(screen(client)).toEqual({ messages: ["hello", "between"], pending: ["one waiting"] });
  expect(room.heard()).toHaveLength(1);
  room.line.tell({ type: "events", events: [{ ...room.log[1], seq: 3, id, body: { text: "one" } }] });
  await world.pass(10);
  expect(screen(client)).toEqual({ messages: ["hello", "between", "one"], pending: [] });
});

test("what the old log had stored goes again to the new one", async () => {
  const { room, client, world } = await together("hello");
  room.ops = "unheard";
  const id = client.send("one");
  await world.pass(10);
  room.line.tell({ type: "stored", ids: [[id, 3]] });
  await world.pass(10);
  room.wipe();
  room.ops = "taken";
  room.line.cut();
  await world.pass(1000);
  room.boSays("two");
  await world.pass(10);
  expect(screen(client)).toEqual({ messages: ["one", "two"], pending: [] });
});

test("what a page does not show is asked for again at once", async () => {
  const room = createScriptedRoom();
  const { world } = room;
  room.reachable = false;
  const client = annJoins(room);
  client.send("one");
  client.react(1, "👍", true);
  await world.pass(10);
  room.ops = "silently";
  room.reachable = true;
  world.hint();
  await world.pass(10);
  const links = room.lines.length;
  room.ops = "taken";
  room.boSays("two");
  await world.pass(100);
  expect(screen(client)).toEqual({ messages: ["one", "two"], pending: [] });
  expect([room.lines.length, room.texts()]).toEqual([links, ["one", "react", "two"]]);
});

test("a message whose link said nothing for ten seconds goes over another", async () => {
  const { room, client, world } = await together("hello");
  room.ops = "unheard";
  client.send("one");
  await world.pass(ECHO_WAIT_MS - 100);
  expect(room.lines).toHaveLength(1);
  room.ops = "taken";
  await world.pass(1000);
  expect(room.lines).toHaveLength(2);
  expect(texts(room.heard())).toEqual([["one"], ["one"]]);
  expect(screen(client)).toEqual({ messages: ["hello", "one"], pending: [] });
});

test("a room that echoes one by one is not taken for a silent one", async () => {
  const { room, client, world } = await together("hello");
  room.reachable = false;
  room.line.cut();
  room.ops = "silently";
  client.send("one");
  client.send("two");
  room.reachable = true;
  world.hint();
  await world.pass(9000);
  const links = room.lines.length;
  room.line.tell({ type: "events", events: room.log.slice(1, 2) });
  await world.pass(9000);
  room.line.tell({ type: "events", events: room.log.slice(2) });
  await world.pass(20_000);
  expect([room.lines.length, client.state.pending]).toEqual([links, []]);
});

test("a wiped room gets what was pending, with the same id", async () => {
  const { room, client, world } = await together("hello");
  room.ops = "unheard";
  const id = client.send("one");
  await world.pass(10);
  room.wipe();
  room.ops = "taken";
  world.hint();
  await world.pass(100);
  expect(
    room
      .heard()
      .flat()
      .map((op) => op.id),
  ).toEqual([id, id]);
  expect(screen(client)).toEqual({ messages: ["one"], pending: [] });
});
