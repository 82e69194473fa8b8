// What a client knows after something happened, one happening at a time.
import { expect, test } from "vitest";
import { type Happening, reduce } from "../../src/client/reduce.ts";
import { emptyRoom, type State } from "../../src/client/state.ts";
import type { Welcome } from "../../src/protocol/down.ts";
import type { Event, Message } from "../../src/protocol/event.ts";
import { ann, bo } from "../support/scripted-room.ts";

const says = (seq: number, text = `text ${seq}`, by = bo): Message => ({
  seq,
  id: `id-${seq}`,
  by: by.member,
  at: seq,
  kind: "send",
  body: { text },
});
const events = (...list: Event[]): Happening => ({ type: "events", events: list, people: [], more: false });
const welcome = (more: Partial<Welcome> = {}): Welcome => ({
  type: "welcome",
  you: { ...ann, role: "member" },
  room: { name: "lobby", topic: "", rules: {} },
  epoch: "id-1",
  head: 3,
  tail: 1,
  last: "id-3",
  reset: false,
  roster: { count: 2, here: [ann, bo], read: [] },
  page: [says(1), says(2), says(3)],
  people: [],
  more: false,
  ...more,
});
const after = (...happenings: Happening[]): State => happenings.reduce(reduce, emptyRoom("lobby"));
const there = after(welcome());

test("a first welcome shows its page", () => {
  expect(there).toMatchObject({ epoch: "id-1", cursor: 3, last: "id-3", head: 3, older: false, welcomed: true });
  expect(there.messages).toHaveLength(3);
  expect(there.link).toEqual({ is: "open" });
  expect(there.here).toEqual([ann.member, bo.member]);
});

test("a welcome whose head is not a message says which event it is, so that Ann can resume from it", () => {
  expect(after(welcome({ head: 4, last: "id-4" }))).toMatchObject({ cursor: 4, last: "id-4" });
});

test("the event after the cursor is applied, one known already or one too far is not", () => {
  expect(reduce(there, events(says(4)))).toMatchObject({ cursor: 4, last: "id-4", head: 4 });
  expect(reduce(there, events(says(2), says(3)))).toBe(there);
  expect(reduce(there, events(says(5)))).toBe(there);
  expect(reduce(there, events(says(3), says(4), says(6))).messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
});

test("an event of a kind that only a newer room has moves the cursor, and stands below the last message, whoever has words for it", () => {
  const stamp = { seq: 4, id: "id-4", by: bo.member, at: 4 };
  const moved = reduce(there, events({ ...stamp, kind: "unknown", was: "wave" }));
  const messages = there.messages.with(-1, { ...there.messages[2], marks: [{ ...stamp, kind: "wave" }] } as never);
  expect(moved).toEqual({ ...there, cursor: 4, last: "id-4", head: 4, messages });
});

test("edits, reactions and deletions change the message that they are about, if it is loaded", () => {
  const stamp = (seq: number) => ({ seq, id: `id-${seq}`, by: bo.member, at: seq });
  const { messages, cursor } = reduce(
    there,
    events(
      { ...stamp(4), kind: "edit", target: 2, body: { text: "better" } },
      { ...stamp(5), kind: "react", target: 2, emoji: "👍", on: true },
      { ...stamp(6), kind: "delete", target: 3 },
      { ...stamp(7), kind: "delete", target: 99 },
    ),
  );
  expect(cursor).toBe(7);
  expect(messages.slice(1)).toEqual([
    { ...says(2, "better"), edited: 4, reactions: [{ emoji: "👍", by: [bo.member] }] },
    { ...says(3), body: null },
  ]);
  expect(there.messages[1]).toEqual(says(2));
});

test("who was there before the room existed learns its epoch from the first event", () => {
  const early = after(welcome({ epoch: "", head: 0, tail: 0, page: [] }));
  expect(early).toMatchObject({ epoch: "", cursor: 0 });
  expect(reduce(early, events(says(1), says(2)))).toMatchObject({ epoch: "id-1", cursor: 2 });
});

test("a resume keeps what is loaded, a reset replaces it", () => {
  const { page: _, ...resumed } = welcome({ head: 9 });
  expect(reduce(there, resumed)).toMatchObject({ cursor: 3, head: 9, messages: there.messages });
  const reset = welcome({ reset: true, epoch: "id-other", head: 1, page: [says(1, "new")] });
  expect(reduce(there, reset)).toMatchObject({ epoch: "id-other", cursor: 1, messages: [says(1, "new")] });
});

test("a first welcome that comes twice does not take back what came after it", () => {
  const on = reduce(there, events(says(4)));
  expect(reduce(on, welcome())).toMatchObject({ cursor: 4, messages: on.messages });
});

test("Bo's new name stands beside his old messages, and is no longer one that the room gave him", () => {
  const guest = { ...bo, name: "k3f9aaaa", guest: true } as const;
  const met = reduce(there, { type: "lookedUp", page: [], people: [guest] });
  const rename: Event = { seq: 4, id: "id-4", by: bo.member, at: 4, kind: "rename", name: "Bobby" };
  expect(reduce(met, events(rename)).people.get(bo.member)).toEqual({ ...bo, name: "Bobby" });
  expect(reduce(met, events({ ...rename, by: ann.member, name: "Anna" })).you?.name).toBe("Anna");
});

test("the topic comes with a page, changes by its events, and in a resume by nothing else", () => {
  const tea = after(welcome({ room: { name: "lobby", topic: "Tea", rules: {} } }));
  expect([there.topic, tea.topic]).toEqual(["", "Tea"]);
  const topic: Event = { seq: 4, id: "id-4", by: bo.member, at: 4, kind: "topic", text: "Cake" };
  expect(reduce(tea, events(topic)).topic).toBe("Cake");
  expect(reduce(tea, events({ ...topic, seq: 5 })).topic).toBe("Tea");
  const { page: _, ...resumed } = welcome({ head: 9, room: { name: "lobby", topic: "what it is at 9", rules: {} } });
  expect(reduce(tea, resumed).topic).toBe("Tea");
  expect(reduce(tea, welcome({ reset: true, epoch: "id-other" })).topic).toBe("");
});

test("authors come with the events", () => {
  const cy = { member: "cy-0123456789", name: "Cy", tag: "cy-0" };
  const heard = reduce(there, { type: "events", events: [says(4, "hi", cy)], people: [cy], more: false });
  expect(heard.people.get(cy.member)).toEqual(cy);
  expect(reduce(heard, { type: "events", events: [says(5, "ho", cy)], people: [cy], more: false }).people).toBe(
    heard.people,
  );
});

test("an older page goes before what is loaded, unless that has changed since it was asked for", () => {
  const late = after(welcome({ page: [says(3)], more: true }), { type: "loading", loading: true });
  const page: Happening = { type: "older", before: 3, page: [says(1), says(2)], people: [], more: false };
  expect(reduce(late, page)).toMatchObject({ messages: [says(1), says(2), says(3)], older: false, loading: false });
  expect(reduce(late, { ...page, before: 2 })).toMatchObject({ messages: [says(3)], older: true, loading: false });
});

test("of more than 300 messages the newest 200 stay when nobody looks at the others", () => {
  const many = (count: number) =>
    after(welcome({ head: count, page: Array.from({ length: count }, (_, i) => says(i + 1)) }));
  expect(reduce(many(300), { type: "trim" }).messages).toHaveLength(300);
  const trimmed = reduce(many(301), { type: "trim" });
  expect([trimmed.messages.length, trimmed.messages[0]?.seq, trimmed.older]).toEqual([200, 102, true]);
});

test("Bo is typing until he stops or has said it; Ann never hears of herself", () => {
  const typing = reduce(there, { type: "typing", member: bo.member, on: true });
  expect(typing.typing).toEqual([bo.member]);
  expect(reduce(typing, { type: "typing", member: bo.member, on: true })).toBe(typing);
  expect(reduce(typing, { type: "quiet", member: bo.member }).typing).toEqual([]);
  expect(reduce(typing, events(says(4))).typing).toEqual([]);
  expect(reduce(typing, events(says(4, "mine", ann))).typing).toEqual([bo.member]);
  expect(reduce(there, { type: "typing", member: ann.member, on: true })).toBe(there);
});

const left = (member: string, count: number): Happening => ({
  type: "roster",
  count,
  joined: [],
  left: [member],
  read: [],
});

test("Bo, who has left, is still shown and counted until the grace is over", () => {
  const leaving = reduce(there, left(bo.member, 1));
  expect(leaving).toMatchObject({ here: [ann.member, bo.member], leaving: [bo.member], count: 2 });
  expect(reduce(leaving, { type: "gone", member: bo.member })).toMatchObject({
    here: [ann.member],
    leaving: [],
    count: 1,
  });
});

test("Bo, who came back in time, never went", () => {
  const back = reduce(reduce(there, left(bo.member, 1)), {
    type: "roster",
    count: 2,
    joined: [bo],
    left: [],
    read: [],
  });
  expect(back).toMatchObject({ here: [ann.member, bo.member], leaving: [], count: 2 });
  expect(reduce(back, { type: "gone", member: bo.member })).toBe(back);
});

test("whoever is missing in a new welcome has left; a capped roster says nothing about that", () => {
  const again = (count: number) => reduce(there, welcome({ roster: { count, here: [ann], read: [] } }));
  expect(again(1)).toMatchObject({ here: [ann.member, bo.member], leaving: [bo.member], count: 2 });
  expect(again(500)).toMatchObject({ here: [ann.member], leaving: [], count: 500 });
});

test("how far others have read is known, one's own place is not news", () => {
  const read = reduce(there, {
    type: "roster",
    count: 2,
    joined: [],
    left: [],
    read: [
      [bo.member, 2],
      [ann.member, 3],
    ],
  });
  expect([...read.read]).toEqual([[bo.member, 2]]);
  expect(reduce(read, welcome({ reset: true })).read.size).toBe(0);
});

test("a loss counts from when the link was lost, over all the tries", () => {
  const lost = reduce(there, { type: "link", link: { is: "waiting", since: 10, until: 20 } });
  const trying = reduce(lost, { type: "link", link: { is: "connecting", since: 20 } });
  expect(reduce(trying, { type: "link", link: { is: "waiting", since: 30, until: 50 } }).link).toEqual({
    is: "waiting",
    since: 10,
    until: 50,
  });
});

test("Ann, a guest, knows that she is a member by her first words, unless she was made a guest", () => {
  const stamp = (seq: number, by = bo) => ({ seq, id: `id-${seq}`, by: by.member, at: seq });
  const roleAfter = (you: Welcome["you"], ...list: Event[]) =>
    reduce(reduce(emptyRoom("r"), welcome({ you, head: 0 })), events(...list)).you?.role;
  const guest = { ...ann, role: "guest" };
  const hers = says(2, "hi", ann);
  const role = (to: string): Event => ({ ...stamp(1), kind: "role", who: ann.member, role: to });
  const bos = says(1);
  expect(roleAfter(guest, bos, hers)).toBe("member");
  expect(roleAfter(guest, bos, { ...stamp(2, ann), kind: "rename", name: "Anna" })).toBe("guest");
  expect(roleAfter({ ...guest, demoted: true }, bos, hers)).toBe("guest");
  expect(roleAfter({ ...ann, role: "member" }, role("guest"), hers)).toBe("guest");
  expect(roleAfter({ ...guest, demoted: true }, role("member"), hers)).toBe("member");
});
