// Tabs and what they leave behind, with the locks that browsers have.
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Pending } from "../../src/client/state.ts";
import { noLocks } from "../../src/client/store/locks.ts";
import { createOutboxStore, type LastWords, type OutboxStore } from "../../src/client/store/outbox-store.ts";
import { memoryRecords } from "../../src/client/store/records.ts";
import { webLocks } from "../../src/client/store/web-locks.ts";

const says = (text: string, more: Partial<Pending> = {}): Pending => ({
  op: { id: `id-${text}`, kind: "send", body: { text } },
  at: 1,
  epoch: "an-epoch",
  status: "waiting",
  ...more,
});

/** A browser, as far as its tabs share it. Lock names are the machine's, so each has a room of its own. */
function browser() {
  const rows = memoryRecords();
  const room = `room-${crypto.randomUUID()}`;
  const later: Pending[] = [];
  return {
    rows,
    later,
    room,
    async open(tab: string, inRoom = room) {
      const store = createOutboxStore(inRoom, tab, rows, webLocks(navigator.locks));
      return { store, found: await store.load((left) => later.push(...left)) };
    },
  };
}

/** The tab closes. Its locks are free a moment later. */
async function close(...stores: OutboxStore[]) {
  for (const store of stores) store.close();
  for (let turn = 0; turn < 5; turn++) await setImmediate();
}

test("what a tab kept is found again by the next one, in order and with all that is known of it", async () => {
  const { open, rows } = browser();
  const { store } = await open("1");
  const queue = [says("one"), says("two", { status: "failed", code: "too_long" }), says("three", { at: 2 })];
  await store.save(queue);
  await close(store);
  const next = await open("2");
  expect(next.found).toEqual(queue);
  await next.store.save(queue);
  expect(await rows.keys()).toEqual([expect.stringMatching(/\/2$/)]);
  await close(next.store);
});

test("what several dead tabs left is adopted in the order of the tabs", async () => {
  const { open } = browser();
  const [first, second] = [await open("1"), await open("2")];
  await second.store.save([says("two")]);
  await first.store.save([says("one")]);
  await close(first.store, second.store);
  const next = await open("3");
  expect(next.found).toEqual([says("one"), says("two")]);
  await close(next.store);
});

test("a living tab keeps what is its own, until it dies", async () => {
  const { open, later } = browser();
  const first = await open("1");
  await first.store.save([says("mine")]);
  const second = await open("2");
  expect(second.found).toEqual([]);
  await first.store.save([says("mine"), says("more")]);
  await close(first.store);
  expect(later).toEqual([says("mine"), says("more")]);
  await close(second.store);
});

test("what was adopted is adopted once, and not lost when its adopter dies before it has kept it", async () => {
  const { open } = browser();
  const first = await open("1");
  await first.store.save([says("mine")]);
  await close(first.store);
  const [second, third] = [await open("2"), await open("3")];
  expect([second.found, third.found]).toEqual([[says("mine")], []]);
  await close(third.store, second.store);
  const fourth = await open("4");
  expect(fourth.found).toEqual([says("mine")]);
  await close(fourth.store);
});

test("another room's outbox is not ours", async () => {
  const { open, room } = browser();
  const first = await open("1", `${room}-too`);
  await first.store.save([says("there")]);
  await close(first.store);
  const here = await open("2");
  expect(here.found).toEqual([]);
  await close(here.store);
});

test("without locks whatever is there is adopted: ids make it harmless", async () => {
  const rows = memoryRecords();
  const first = createOutboxStore("lobby", "1", rows, noLocks());
  await first.save([says("mine")]);
  const second = createOutboxStore("lobby", "2", rows, noLocks());
  expect(await second.load(() => {})).toEqual([says("mine")]);
  expect(await first.load(() => {})).toEqual([]);
});

test("an empty outbox leaves nothing", async () => {
  const { open, rows } = browser();
  const { store } = await open("1");
  await store.save([says("one")]);
  await store.save([]);
  expect(await rows.keys()).toEqual([]);
  await close(store);
});

test("what another build kept is left to it", async () => {
  const { open, rows, room } = browser();
  await rows.set(`${room}/1`, [{ op: { id: "id-1", kind: "wave" }, at: 1, status: "waiting" }]);
  const { store, found } = await open("2");
  await store.save([]);
  expect([found, await rows.keys()]).toEqual([[], [`${room}/1`]]);
  await close(store);
});

test("a browser without storage has an empty outbox, and no error", async () => {
  const no = () => Promise.reject(new Error("private window"));
  const store = createOutboxStore("lobby", "1", { keys: no, get: no, set: no, remove: no }, noLocks());
  expect(await store.load(() => {})).toEqual([]);
  await store.save([says("one")]);
});

test("a tab that was open before finds what a later one left, when it looks again", async () => {
  const { open, later } = browser();
  const first = await open("1");
  const second = await open("2");
  await second.store.save([says("left")]);
  await close(second.store);
  expect(await first.store.load((left) => later.push(...left))).toEqual([says("left")]);
  expect(await first.store.load(() => {})).toEqual([]);
  const third = await open("3");
  await third.store.save([says("alive")]);
  expect(await first.store.load((left) => later.push(...left))).toEqual([]);
  await close(third.store);
  expect(later).toEqual([says("alive")]);
  await close(first.store);
});

test("without locks, only what is there at the start is taken for left behind", async () => {
  const rows = memoryRecords();
  const first = createOutboxStore("lobby", "1", rows, noLocks());
  await first.load(() => {});
  await createOutboxStore("lobby", "2", rows, noLocks()).save([says("alive")]);
  expect(await first.load(() => {})).toEqual([]);
});

/** A page's last words, and the moment in which it says them. */
function lastWords() {
  const said = new Map<string, unknown>();
  const leaving: (() => void)[] = [];
  const words: LastWords = {
    rows: () => [...said.keys()],
    get: (row) => structuredClone(said.get(row)),
    set: (row, queue) => void said.set(row, structuredClone(queue)),
    remove: (row) => void said.delete(row),
    onLeaving: (leave) => void leaving.push(leave),
  };
  const leave = () => {
    for (const each of leaving.splice(0)) each();
  };
  return { said, words, leave };
}

test("what was not kept yet when the page went away is found by the next, once, in place of what was kept before", async () => {
  const rows = memoryRecords();
  const { said, words, leave } = lastWords();
  const first = createOutboxStore("lobby", "1", rows, noLocks(), words);
  await first.load(() => {});
  first.note([says("one")]);
  await first.save([says("one")]);
  first.note([says("one"), says("two")]);
  leave();
  const next = createOutboxStore("lobby", "2", rows, noLocks(), words);
  const found = await next.load(() => {});
  expect(found).toEqual([says("one"), says("two")]);
  next.note(found);
  await next.save(found);
  expect(said.size).toBe(0);
  expect(await rows.keys()).toEqual(["lobby/2"]);
});

test("a page that has kept all leaves no last words, and one that comes back takes its own away", async () => {
  const { said, words, leave } = lastWords();
  const store = createOutboxStore("lobby", "1", memoryRecords(), noLocks(), words);
  await store.load(() => {});
  const one = [says("one")];
  store.note(one);
  await store.save(one);
  leave();
  expect(said.size).toBe(0);
  const again = createOutboxStore("lobby", "2", memoryRecords(), noLocks(), words);
  again.note([says("two")]);
  leave();
  expect(said.size).toBe(1);
  await again.save([says("two")]);
  expect(said.size).toBe(0);
});
