// Reading an old passage, apart from the latest, until the two meet.
import { expect, test } from "vitest";
import { shown } from "../../src/client/passage.ts";
import type { Room } from "../../src/client/room.ts";
import { annJoins } from "../support/members.ts";
import { bo, createScriptedRoom } from "../support/scripted-room.ts";

/** A talk of 20 lines, of which Ann has the last two. */
async function longTalk() {
  const room = createScriptedRoom();
  room.page = 2;
  room.boSays(...Array.from({ length: 20 }, (_, index) => `line ${index + 1}`));
  const client = annJoins(room);
  await room.world.pass(100);
  /** The room answers the question of this number with these lines. */
  const answer = async (ref: number, from: number, to: number, more: boolean) => {
    room.line.tell({ type: "answer", ref, page: room.log.slice(from - 1, to), people: [bo], more });
    await room.world.pass(10);
  };
  return { room, client, answer };
}

const seqs = ({ state }: Room) => shown(state).messages.map(({ seq }) => seq);

test("a message that is not loaded is read with those around it, while the latest stay loaded", async () => {
  const { room, client, answer } = await longTalk();
  const gone = client.goTo(5);
  await room.world.pass(10);
  expect(room.said("ask").at(-1)).toMatchObject({ ref: 1, history: { before: 30 } });
  await answer(1, 4, 6, true);
  expect(await gone).toBe(true);
  expect(seqs(client)).toEqual([4, 5, 6]);
  expect(shown(client.state).older).toBe(true);
  client.latest();
  expect(seqs(client)).toEqual([19, 20]);
});

test("the passage grows at both ends, and becomes one with the latest where it meets them", async () => {
  const { room, client, answer } = await longTalk();
  const gone = client.goTo(10);
  await answer(1, 9, 12, true);
  await gone;
  client.loadOlder();
  await answer(2, 5, 8, true);
  client.loadNewer();
  client.loadNewer();
  await answer(3, 13, 16, true);
  expect(room.said("ask")).toHaveLength(3);
  expect(seqs(client)).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
  client.loadNewer();
  await answer(4, 17, 20, false);
  expect(client.state.passage).toBeUndefined();
  expect(client.state.messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 16 }, (_, i) => i + 5));
  expect(client.state.older).toBe(true);
});

test("what happens meanwhile changes the passage, and what is new waits at the end", async () => {
  const { room, client, answer } = await longTalk();
  const gone = client.goTo(5);
  await answer(1, 4, 6, true);
  await gone;
  room.boSays("line 21");
  room.line.tell({
    type: "events",
    events: [
      { seq: 22, id: "id-of-an-edit-of-bo", by: bo.member, at: 1, kind: "edit", target: 5, body: { text: "new" } },
    ],
  });
  await room.world.pass(10);
  expect(shown(client.state).messages.map(({ body }) => body?.text)).toEqual(["line 4", "new", "line 6"]);
  expect(client.state.messages.at(-1)?.body?.text).toBe("line 21");
});

test("a page that overtakes an event does not show its message twice", async () => {
  const { room, client, answer } = await longTalk();
  const gone = client.goTo(5);
  await answer(1, 4, 6, true);
  await gone;
  client.loadNewer();
  const late = {
    seq: 21,
    id: "id-of-message-21-bo",
    by: bo.member,
    at: 1,
    kind: "send",
    body: { text: "late" },
  } as const;
  room.line.tell({ type: "answer", ref: 2, page: [...room.log.slice(6, 20), late], people: [bo], more: false });
  await room.world.pass(10);
  expect(seqs(client).at(-1)).toBe(20);
  room.line.tell({ type: "events", events: [late] });
  await room.world.pass(10);
  expect(seqs(client).slice(-2)).toEqual([20, 21]);
});

test("a message that filled its page alone is asked for once more, and one that is not there is not found", async () => {
  const { room, client, answer } = await longTalk();
  const gone = client.goTo(5);
  await answer(1, 8, 9, true);
  expect(room.said("ask").at(-1)).toMatchObject({ ref: 2, history: { before: 6 } });
  await answer(2, 5, 5, true);
  expect(await gone).toBe(true);
  const never = client.goTo(77);
  await answer(3, 19, 20, true);
  await answer(4, 19, 20, true);
  expect(await never).toBe(false);
  expect(seqs(client)).toEqual([5]);
});

test("a passage outlives its link, and without one only what is loaded can be gone to", async () => {
  const { room, client, answer } = await longTalk();
  const gone = client.goTo(5);
  await answer(1, 4, 6, true);
  await gone;
  room.line.cut();
  expect(await client.goTo(1)).toBe(false);
  expect(await client.goTo(5)).toBe(true);
  await room.world.pass(2000);
  expect(client.state.link.is).toBe("open");
  expect(seqs(client)).toEqual([4, 5, 6]);
});
