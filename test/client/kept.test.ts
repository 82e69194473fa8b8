// What Ann wrote outlives her tab, and is sent once whatever the store does.
import { expect, test } from "vitest";
import { KEEP_WAIT_MS } from "../../src/client/keeper.ts";
import { memoryStore } from "../../src/client/store/memory.ts";
import { memoryRecords } from "../../src/client/store/records.ts";
import { annJoins, screen, texts } from "../support/members.ts";
import { createScriptedRoom } from "../support/scripted-room.ts";

test("after a reload what was not sent is sent, with the same ids and in order", async () => {
  const room = createScriptedRoom();
  room.reachable = false;
  const rows = memoryRecords();
  const before = annJoins(room, memoryStore("lobby", "1", rows));
  const ids = [before.send("one"), before.send("two")];
  before.setTopic("Tea");
  await room.world.pass(100);
  before.leave();
  room.reachable = true;
  const after = annJoins(room, memoryStore("lobby", "2", rows));
  after.send("three");
  await room.world.pass(100);
  expect(screen(after)).toEqual({ messages: ["one", "two", "three"], pending: [] });
  expect(room.log.slice(0, 2).map(({ id }) => id)).toEqual(ids);
  expect(after.state.topic).toBe("Tea");
  expect(await rows.keys()).toEqual([]);
});

test("after a reload what was sent before is one message", async () => {
  const room = createScriptedRoom();
  const rows = memoryRecords();
  const before = annJoins(room, memoryStore("lobby", "1", rows));
  await room.world.pass(100);
  room.ops = "silently";
  before.send("one");
  before.react(1, "👍", true);
  await room.world.pass(100);
  room.ops = "taken";
  before.leave();
  const after = annJoins(room, memoryStore("lobby", "2", rows));
  await room.world.pass(100);
  expect(screen(after)).toEqual({ messages: ["one"], pending: [] });
  expect(room.texts()).toEqual(["one", "react"]);
});

test("nothing is sent before it is kept, but a store that hangs is not waited for", async () => {
  const room = createScriptedRoom();
  const never = new Promise<never>(() => {});
  const client = annJoins(room, { load: async () => [], save: () => never, close() {}, note() {} });
  await room.world.pass(100);
  client.send("one");
  room.boSays("meanwhile");
  await room.world.pass(KEEP_WAIT_MS - 10);
  expect(room.heard()).toEqual([]);
  await room.world.pass(20);
  expect(texts(room.heard())).toEqual([["one"]]);
});

test("what Ann does as her page goes away is sent before it is kept, and once", async () => {
  const room = createScriptedRoom();
  const client = annJoins(room, { load: async () => [], save: () => new Promise(() => {}), close() {}, note() {} });
  await room.world.pass(100);
  client.send("one");
  client.hurry();
  await room.world.pass(10);
  expect(texts(room.heard())).toEqual([["one"]]);
  await room.world.pass(2 * KEEP_WAIT_MS);
  expect(texts(room.heard())).toEqual([["one"]]);
});

test("a store that never opens is not waited for either", async () => {
  const room = createScriptedRoom();
  const client = annJoins(room, { load: () => new Promise(() => {}), save: async () => {}, close() {}, note() {} });
  client.send("one");
  await room.world.pass(KEEP_WAIT_MS - 10);
  expect(room.heard()).toEqual([]);
  await room.world.pass(20);
  expect(screen(client).messages).toEqual(["one"]);
});

test("a slow store keeps one queue at a time, and then the newest", async () => {
  const room = createScriptedRoom();
  const saves: number[] = [];
  let saving = 0;
  const client = annJoins(room, {
    load: async () => [],
    async save(queue) {
      expect(++saving).toBe(1);
      saves.push(queue.length);
      await new Promise<void>((resolve) => room.world.platform.after(100, resolve));
      saving--;
    },
    close() {},
    note() {},
  });
  room.reachable = "hanging";
  await room.world.pass(10);
  for (const text of ["one", "two", "three", "four"]) client.send(text);
  await room.world.pass(500);
  expect(saves.slice(0, 2)).toEqual([1, 4]);
});

test("what two tabs without locks left both is sent once", async () => {
  const room = createScriptedRoom();
  const rows = memoryRecords();
  room.ops = "unheard";
  const one = annJoins(room, memoryStore("lobby", "1", rows));
  one.send("one");
  await room.world.pass(100);
  const [row] = await rows.keys();
  await rows.set("lobby/2", await rows.get(row ?? ""));
  one.leave();
  room.reachable = false;
  const three = annJoins(room, memoryStore("lobby", "3", rows));
  await room.world.pass(100);
  expect(screen(three).pending).toEqual(["one waiting"]);
});

test("what another tab left when it closed is sent too", async () => {
  const room = createScriptedRoom();
  let later: Parameters<ReturnType<typeof memoryStore>["load"]>[0] = () => {};
  const client = annJoins(room, {
    load: async (tell) => {
      later = tell;
      return [];
    },
    save: async () => {},
    close() {},
    note() {},
  });
  client.send("mine");
  await room.world.pass(100);
  later([
    {
      op: { id: "id-of-another-tab", kind: "send", body: { text: "from there" } },
      at: 1,
      epoch: "",
      status: "waiting",
    },
  ]);
  await room.world.pass(100);
  expect(screen(client)).toEqual({ messages: ["mine", "from there"], pending: [] });
});
