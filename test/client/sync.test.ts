// Ann's client and a room that does what the test says: nothing is skipped, nothing doubled.
import { expect, test } from "vitest";
import { annJoins, screen, together } from "../support/members.ts";
import { ann, createScriptedRoom } from "../support/scripted-room.ts";

test("Ann sees the page at once, having said no more than hello", async () => {
  const { room, client } = await together("one", "two");
  expect(room.line.said).toEqual([{ type: "hello", name: "Ann", credit: true }]);
  expect(screen(client).messages).toEqual(["one", "two"]);
  expect(client.state).toMatchObject({ cursor: 2, epoch: room.epoch, link: { is: "open" }, you: ann });
});

test("after a gap Ann asks again from her cursor, once, and skips nothing", async () => {
  const { room, client, world } = await together("one", "two");
  room.boMumbles("three");
  room.boSays("four");
  room.boSays("five");
  await world.pass(1);
  expect(screen(client).messages).toEqual(["one", "two"]);
  await world.pass(10);
  expect(screen(client).messages).toEqual(["one", "two", "three", "four", "five"]);
  expect(room.lines).toHaveLength(1);
  expect(room.said("hello").slice(1)).toEqual([
    { type: "hello", name: "Ann", credit: true, epoch: room.epoch, cursor: 2, last: room.log[1]?.id },
  ]);
});

test("frames that come twice change nothing, and nobody is told of a change", async () => {
  const { room, client, world } = await together("one", "two");
  const [event] = room.boSays("three");
  await world.pass(10);
  const before = client.state;
  let changes = 0;
  client.subscribe(() => changes++);
  room.line.tell({ type: "events", events: [event] });
  await world.pass(10);
  expect([client.state === before, changes]).toEqual([true, 0]);
});

test("a frame of many events is one change", async () => {
  const { room, client, world } = await together("one", "two");
  client.send("mine");
  await world.pass(10);
  let changes = 0;
  client.subscribe(() => changes++);
  room.boSays("a", "b", "c");
  await world.pass(10);
  expect([changes, screen(client).messages.length]).toEqual([1, 6]);
});

test("a wiped room is shown as it is, after any link", async () => {
  const { room, client, world } = await together("one", "two");
  room.wipe();
  room.boMumbles("new");
  room.line.cut();
  await world.pass(1000);
  expect(screen(client).messages).toEqual(["new"]);
  expect(client.state).toMatchObject({ epoch: room.epoch, cursor: 1 });
});

test("Ann was there before the room existed, and needs no page for its first message", async () => {
  const room = createScriptedRoom();
  const client = annJoins(room);
  await room.world.pass(100);
  room.boSays("first");
  await room.world.pass(100);
  room.line.cut();
  await room.world.pass(1000);
  expect(screen(client).messages).toEqual(["first"]);
  expect(room.said("hello").at(-1)).toMatchObject({ epoch: room.log[0]?.id, cursor: 1, last: room.log[0]?.id });
});
