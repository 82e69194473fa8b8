// Ann before a room that has no place for her: she is told, waits, and comes in by herself.
import { expect, test } from "vitest";
import { FULL_WAIT_S } from "../../src/room/abuse.ts";
import { annJoins, screen } from "../support/members.ts";
import { createScriptedRoom } from "../support/scripted-room.ts";

test("Ann waits as long as the room said, with what she wrote, and then comes in", async () => {
  const room = createScriptedRoom();
  const { world } = room;
  room.boSays("hello");
  room.answersHello = false;
  const client = annJoins(room);
  client.send("is there a place?");
  await world.pass(10);
  room.line.tell({ type: "refused", code: "full", retryAfter: FULL_WAIT_S });
  await world.pass(1);
  room.line.cut();
  expect(client.state.link).toMatchObject({ is: "waiting", code: "full" });
  room.answersHello = true;
  await world.pass(FULL_WAIT_S * 1000 - 10);
  expect(room.lines).toHaveLength(1);
  await world.pass(1000);
  expect(client.state).toMatchObject({ link: { is: "open" }, slowUntil: undefined });
  expect(screen(client)).toEqual({ messages: ["hello", "is there a place?"], pending: [] });
});
