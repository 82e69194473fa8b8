// Who is here, who types, who has read how far: shown for as long as it is true, and a little longer.
import { expect, test } from "vitest";
import { READ_EVERY_MS } from "../../src/client/reading.ts";
import { LEAVE_GRACE_MS } from "../../src/client/roster.ts";
import { memoryStore } from "../../src/client/store/memory.ts";
import { TYPING_EVERY_MS, TYPING_EXPIRES_MS } from "../../src/client/typing.ts";
import { annJoins, together } from "../support/members.ts";
import { ann, bo, createScriptedRoom } from "../support/scripted-room.ts";

test("Bo, who left, is gone five seconds later", async () => {
  const { room, client, world } = await together("one", "two");
  room.line.tell({ type: "roster", count: 1, left: [bo.member] });
  await world.pass(LEAVE_GRACE_MS);
  expect(client.state).toMatchObject({ here: [ann.member, bo.member], count: 2 });
  await world.pass(1);
  expect(client.state).toMatchObject({ here: [ann.member], count: 1 });
});

test("Bo, who comes and goes, is gone five seconds after he went last", async () => {
  const { room, client, world } = await together("one", "two");
  room.line.tell({ type: "roster", count: 1, left: [bo.member] });
  await world.pass(4000);
  room.line.tell({ type: "roster", count: 2, joined: [bo] });
  await world.pass(100);
  room.line.tell({ type: "roster", count: 1, left: [bo.member] });
  await world.pass(4000);
  expect(client.state.here).toContain(bo.member);
  await world.pass(1100);
  expect(client.state.here).toEqual([ann.member]);
});

test("Bo's going is not put off by others who come and go", async () => {
  const { room, client, world } = await together("one", "two");
  room.line.tell({ type: "roster", count: 1, left: [bo.member] });
  await world.pass(3000);
  room.line.tell({ type: "roster", count: 2, joined: [{ member: "cy-0123456789", name: "Cy", tag: "cy-0" }] });
  await world.pass(2100);
  expect(client.state.here).toEqual([ann.member, "cy-0123456789"]);
});

test("Bo's typing is forgotten after five seconds without a word", async () => {
  const { room, client, world } = await together("one", "two");
  room.line.tell({ type: "typing", member: bo.member, on: true });
  await world.pass(4000);
  room.line.tell({ type: "typing", member: bo.member, on: true });
  await world.pass(TYPING_EXPIRES_MS);
  expect(client.state.typing).toEqual([bo.member]);
  await world.pass(1);
  expect(client.state.typing).toEqual([]);
});

test("Ann's typing is said every three seconds, and its end once", async () => {
  const { room, client, world } = await together("one", "two");
  for (let key = 0; key < 10; key++) {
    client.typing(true);
    await world.pass(TYPING_EVERY_MS / 5);
  }
  client.typing(false);
  client.typing(false);
  await world.pass(10);
  expect(room.said("typing").map(({ on }) => on)).toEqual([true, true, false]);
  client.typing(true);
  client.send("done");
  client.typing(false);
  await world.pass(10);
  expect(room.said("typing").map(({ on }) => on)).toEqual([true, true, false, true]);
});

test("how far Ann has read is said now and then, the latest word, and again on a new link", async () => {
  const { room, client, world } = await together("one", "two");
  client.sawUpTo(1);
  client.sawUpTo(2);
  client.sawUpTo(1);
  await world.pass(10);
  expect(room.said("read")).toEqual([{ type: "read", seq: 1 }]);
  await world.pass(READ_EVERY_MS);
  expect(room.said("read").map(({ seq }) => seq)).toEqual([1, 2]);
  await world.pass(READ_EVERY_MS);
  room.line.cut();
  await world.pass(2000);
  expect(room.line.said.filter(({ type }) => type === "read")).toEqual([{ type: "read", seq: 2 }]);
});

test("in a wiped room Ann has read nothing yet", async () => {
  const { room, client, world } = await together("one", "two");
  client.sawUpTo(2);
  await world.pass(2 * READ_EVERY_MS);
  room.wipe();
  room.boMumbles("new");
  world.hint();
  await world.pass(10);
  client.sawUpTo(1);
  await world.pass(10);
  expect(room.said("read").map(({ seq }) => seq)).toEqual([2, 1]);
});

test("after Ann has left for good nothing happens any more", async () => {
  const room = createScriptedRoom();
  const { world } = room;
  room.boSays("one");
  const kept = memoryStore("lobby");
  let closed = false;
  const close = () => {
    closed = true;
  };
  const client = annJoins(room, { ...kept, close });
  await world.pass(100);
  room.line.tell({ type: "roster", count: 1, left: [bo.member] });
  room.line.tell({ type: "typing", member: bo.member, on: true });
  room.line.tell({ type: "refused", code: "too_fast" });
  room.line.tell({ type: "pong", epoch: room.epoch, head: 9 });
  client.sawUpTo(1);
  await world.pass(10);
  client.leave();
  world.hint();
  expect([world.due(), room.line.open, closed]).toEqual([0, false, true]);
});
