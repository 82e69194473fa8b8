// What Ann writes: shown at once, sent in order, one frame at a time.
import { expect, test } from "vitest";
import { FRAME_BYTES } from "../../src/protocol/limits.ts";
import { screen, texts, together } from "../support/members.ts";

test("a message is pending at once, and a message when its echo comes", async () => {
  const { client, world } = await together("hello");
  client.send("one");
  expect(screen(client)).toEqual({ messages: ["hello"], pending: ["one waiting"] });
  await world.pass(10);
  expect(screen(client)).toEqual({ messages: ["hello", "one"], pending: [] });
});

test("the echo takes the place of the pending message in one change", async () => {
  const { client, world } = await together("hello");
  client.send("one");
  const seen: number[] = [];
  client.subscribe(() => seen.push(client.state.messages.length + client.state.pending.length));
  await world.pass(10);
  expect(seen).toEqual([2]);
});

test("three messages written offline go out once, in order, in one frame", async () => {
  const { room, client, world } = await together("hello");
  room.reachable = false;
  room.line.cut();
  for (const text of ["one", "two", "three"]) client.send(text);
  await world.pass(5000);
  expect(screen(client).pending).toEqual(["one waiting", "two waiting", "three waiting"]);
  room.reachable = true;
  await world.pass(60_000);
  expect(texts(room.heard())).toEqual([["one", "two", "three"]]);
  expect(screen(client)).toEqual({ messages: ["hello", "one", "two", "three"], pending: [] });
});

test("one frame is in flight, what is written meanwhile goes with the next", async () => {
  const { room, client, world } = await together("hello");
  room.ops = "silently";
  client.send("one");
  await world.pass(10);
  client.send("two");
  client.send("three");
  await world.pass(1000);
  expect(texts(room.heard())).toEqual([["one"]]);
  room.ops = "taken";
  room.line.tell({ type: "events", events: room.log.slice(1) });
  await world.pass(10);
  expect(texts(room.heard())).toEqual([["one"], ["two", "three"]]);
});

test("everything that can be done goes as an op of its kind", async () => {
  const { room, client, world } = await together("hello");
  client.send("waves", { replyTo: 1, me: true });
  client.edit(1, "better");
  client.react(1, "👍", true);
  client.delete(1);
  client.rename("Anna");
  client.setTopic("Tea");
  await world.pass(100);
  const ops = room
    .heard()
    .flat()
    .map(({ id: _, ...op }) => op);
  expect(ops).toEqual([
    { kind: "send", body: { text: "waves", me: true }, replyTo: 1 },
    { kind: "edit", target: 1, body: { text: "better" } },
    { kind: "react", target: 1, emoji: "👍", on: true },
    { kind: "delete", target: 1 },
    { kind: "rename", name: "Anna" },
    { kind: "topic", text: "Tea" },
  ]);
  expect(client.state.pending).toEqual([]);
});

test("a long queue of Chinese is sent in frames of at most 64 KiB", async () => {
  const { room, client, world } = await together("hello");
  room.reachable = false;
  room.line.cut();
  for (let i = 0; i < 30; i++) client.send(`${i}${"說".repeat(2000)}`);
  room.reachable = true;
  await world.pass(60_000);
  const frames = room.heard();
  expect(frames.length).toBe(3);
  for (const ops of frames) {
    expect(Buffer.byteLength(JSON.stringify({ type: "ops", ops }))).toBeLessThanOrEqual(FRAME_BYTES);
  }
  expect(
    room
      .texts()
      .slice(1)
      .map((text) => Number.parseInt(text ?? "", 10)),
  ).toEqual(Array.from({ length: 30 }, (_, i) => i));
  expect(client.state.pending).toEqual([]);
});
