// What is shown of a room that can't be reached.
import { expect, test } from "vitest";
import { emptyRoom } from "../../src/client/state.ts";
import { pageOf, parsePage, tidied, withoutUnheard } from "../../src/client/store/last-pages.ts";
import type { Message } from "../../src/protocol/event.ts";
import { annJoins, screen } from "../support/members.ts";
import { bo, createScriptedRoom } from "../support/scripted-room.ts";

const message = (seq: number): Message => ({
  seq,
  id: `id-of-message-${seq}`,
  by: bo.member,
  at: 1,
  kind: "send",
  body: { text: `line ${seq}` },
});
const state = {
  ...emptyRoom("lobby"),
  epoch: "an-epoch-of-the-log",
  topic: "tea",
  messages: Array.from({ length: 80 }, (_, index) => message(index + 1)),
  people: new Map([
    [bo.member, bo],
    ["somebody", { ...bo, member: "somebody" }],
  ]),
};

test("the last fifty messages are kept, with those whom they mention, and come back as they were", () => {
  const page = pageOf(state, 7);
  expect(page.messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, index) => index + 31));
  expect(page.people).toEqual([bo]);
  expect(parsePage(structuredClone(page))).toEqual(page);
});

test.each([undefined, null, "x", {}, { at: 1, epoch: "e", topic: "", messages: [{ seq: "1" }], people: [] }])(
  "%j is no page",
  (row) => {
    expect(parsePage(row)).toBeUndefined();
  },
);

test("a kept page is shown until the room is heard, and what the room has takes its place, be it nothing", async () => {
  const room = createScriptedRoom();
  const client = annJoins(room);
  client.showKept(pageOf(state, 7));
  expect(screen(client).messages.at(-1)).toBe("line 80");
  expect(client.state).toMatchObject({ cursor: 0, welcomed: false, topic: "tea" });
  await room.world.pass(100);
  expect(room.said("hello")[0]).not.toHaveProperty("cursor");
  expect(client.state).toMatchObject({ welcomed: true, messages: [], epoch: "" });
  client.showKept(pageOf(state, 7));
  expect(client.state.messages).toEqual([]);
});

test("what Ann says about a message of a kept page is never said about another log's", async () => {
  const room = createScriptedRoom();
  room.boSays("another log");
  const client = annJoins(room);
  client.showKept(pageOf(state, 7));
  client.edit(1, "new words");
  await room.world.pass(100);
  expect(client.state.pending).toMatchObject([{ status: "failed", code: "no_message" }]);
});

test("of a kept page, what Ann has not heard back of stands with what is not sent yet alone", () => {
  const op = { id: "id-of-message-80", kind: "send", body: { text: "line 80" } } as const;
  const page = withoutUnheard(pageOf(state, 7), [{ op, at: 1, epoch: state.epoch, status: "waiting" }]);
  expect(page.messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 49 }, (_, index) => index + 31));
});

test("of all that is kept, what its rooms have forgotten goes, and the rooms that were not seen for longest", () => {
  const lasting = { ...pageOf(state, 100), messages: [message(1)] };
  const fleeting = { ...lasting, keep: 60, messages: [message(1), { ...message(2), at: 50_000 }] };
  const others = Array.from({ length: 20 }, (_, at) => [`other-${at}`, { ...lasting, at }] as const);
  const { old, cut } = tidied([["lasting", lasting], ["fleeting", fleeting], ...others], 70_000);
  expect(old).toEqual(["other-1", "other-0"]);
  expect(cut.map(({ room, page }) => [room, page.messages.map(({ seq }) => seq)])).toEqual([["fleeting", [2]]]);
});
