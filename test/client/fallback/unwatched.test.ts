// Ann's page has called the room already when it learns of other ways: her first socket is judged all the same.
import { beforeEach, expect, it } from "vitest";
import { watchFirst } from "../../../src/client/fallback/unwatched.ts";
import { annJoins } from "../../support/members.ts";
import { createScriptedRoom, type ScriptedRoom } from "../../support/scripted-room.ts";

let room: ScriptedRoom;
let distrusted: number;
let online: boolean;

beforeEach(() => {
  room = createScriptedRoom();
  [distrusted, online] = [0, true];
});

/** Ann has joined and waited so long; now the ways are there. The next one that her link goes comes through. */
async function learns(afterMs: number) {
  const client = annJoins(room);
  await room.world.pass(afterMs);
  const ways = {
    openSocket: room.world.platform.openSocket,
    distrust() {
      distrusted += 1;
      room.reachable = room.answersHello = true;
    },
  };
  const before = room.lines.length;
  watchFirst(client, room.world.platform, ways, () => online);
  return { client, before };
}

it("a socket that works is left alone", async () => {
  const { client } = await learns(0);
  await room.world.pass(60_000);
  room.line.cut();
  await room.world.pass(60_000);
  expect([distrusted, room.lines.length, client.state.link.is]).toEqual([0, 2, "open"]);
});

it("where sockets have failed, however often, the next link is made at once, another way", async () => {
  room.reachable = false;
  const { client, before } = await learns(20_000);
  await room.world.pass(50);
  expect([distrusted, room.lines.length - before, client.state.link.is]).toEqual([1, 1, "open"]);
});

it("so it is where the first fails later", async () => {
  room.reachable = "hanging";
  const { client } = await learns(1_000);
  room.line.cut();
  await room.world.pass(50);
  expect([distrusted, room.lines.length, client.state.link.is]).toEqual([1, 2, "open"]);
});

it.each(["hangs", "says nothing"])("so it is where the first %s for long", async (what) => {
  if (what === "hangs") room.reachable = "hanging";
  else room.answersHello = room.answersPing = false;
  const { client } = await learns(100);
  await room.world.pass(7_000);
  expect([distrusted, room.lines.length]).toEqual([0, 1]);
  await room.world.pass(2_000);
  expect([distrusted, room.lines.length, client.state.link.is]).toEqual([1, 2, "open"]);
  await room.world.pass(60_000);
  expect(distrusted).toBe(1);
});

it("without a network no way is to blame, nor where ann herself goes", async () => {
  [room.reachable, online] = [false, false];
  await learns(1_000);
  await room.world.pass(60_000);
  room = createScriptedRoom();
  [room.reachable, online] = ["hanging", true];
  const { client } = await learns(1_000);
  client.disconnect();
  await room.world.pass(60_000);
  expect([distrusted, client.state.link.is]).toEqual([0, "off"]);
});

it("what the room itself says is its word, and not the way's", async () => {
  room.answersHello = false;
  await learns(100);
  room.line.tell({ type: "refused", code: "full", retryAfter: 1 });
  await room.world.pass(10);
  room.line.cut();
  await room.world.pass(900);
  expect(distrusted).toBe(0);
});
