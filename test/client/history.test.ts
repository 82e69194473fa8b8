// Older pages and single messages, on request.
import { expect, test } from "vitest";
import { annJoins, screen, together } from "../support/members.ts";
import { bo, createScriptedRoom } from "../support/scripted-room.ts";

test("an older page goes before what is there, and is asked for once at a time", async () => {
  const room = createScriptedRoom();
  room.page = 2;
  room.boSays("one", "two", "three", "four");
  const client = annJoins(room);
  await room.world.pass(100);
  expect([screen(client).messages, client.state.older]).toEqual([["three", "four"], true]);
  client.loadOlder();
  client.loadOlder();
  expect(client.state.loading).toBe(true);
  await room.world.pass(10);
  expect(room.said("ask")).toEqual([{ type: "ask", ref: 1, history: { before: 3, limit: 50 } }]);
  room.line.tell({ type: "answer", ref: 1, page: room.log.slice(0, 2), people: [bo], more: false });
  await room.world.pass(10);
  expect(screen(client).messages).toEqual(["one", "two", "three", "four"]);
  expect(client.state).toMatchObject({ older: false, loading: false });
});

test("a page that went with its link can be asked for again, and so can one that was refused", async () => {
  const room = createScriptedRoom();
  room.page = 1;
  room.boSays("one", "two");
  const client = annJoins(room);
  await room.world.pass(100);
  client.loadOlder();
  room.line.cut();
  expect(client.state.loading).toBe(false);
  client.loadOlder();
  expect(client.state.loading).toBe(false);
  await room.world.pass(1000);
  client.loadOlder();
  await room.world.pass(10);
  room.line.tell({ type: "refused", code: "internal", ref: 2 });
  await room.world.pass(10);
  expect(client.state).toMatchObject({ loading: false, older: true, slowUntil: undefined });
});

test("Ann looks up the message that a reply is about", async () => {
  const { room, client, world } = await together("one", "two");
  expect((await client.lookUp(2))?.body?.text).toBe("two");
  const far = client.lookUp(77);
  await world.pass(10);
  expect(room.said("ask")).toEqual([{ type: "ask", ref: 1, history: { before: 78, limit: 1 } }]);
  const message = { seq: 77, id: "id-of-message-77", by: bo.member, at: 1, kind: "send", body: { text: "far" } };
  room.line.tell({ type: "answer", ref: 1, page: [message], people: [bo], more: true });
  await world.pass(10);
  expect((await far)?.body?.text).toBe("far");
  const lost = client.lookUp(78);
  room.line.cut();
  expect(await lost).toBeUndefined();
  expect(await client.lookUp(79)).toBeUndefined();
});

test("a message that Ann looked up changes on her screen like the others", async () => {
  const room = createScriptedRoom();
  const [far] = room.boSays("far away");
  room.page = 1;
  room.boSays("near");
  const client = annJoins(room);
  await room.world.pass(100);
  const looked = client.lookUp(1);
  await room.world.pass(10);
  if (far?.kind === "send") room.line.tell({ type: "answer", ref: 1, page: [far], people: [bo], more: false });
  await room.world.pass(10);
  expect((await looked)?.body?.text).toBe("far away");
  expect(client.state.lookedUp.get(1)?.body?.text).toBe("far away");
  client.edit(1, "further still");
  await room.world.pass(100);
  expect(client.state.lookedUp.get(1)?.body?.text).toBe("further still");
  expect((await client.lookUp(1))?.body?.text).toBe("further still");
  expect(room.said("ask")).toHaveLength(1);
});

test("Ann looks for words as far back as the room looks, and is told nothing while the link is down", async () => {
  const { room, client, world } = await together("one", "two");
  const found = client.search("tea", 40);
  await world.pass(10);
  expect(room.said("search")).toEqual([{ type: "search", ref: 1, search: { words: "tea", before: 40 } }]);
  const hit = { seq: 12, id: "id-of-message-12", by: bo.member, at: 1, kind: "send", body: { text: "tea" } };
  room.line.tell({ type: "answer", ref: 1, page: [hit], people: [bo], more: true, reached: 7 });
  await world.pass(10);
  expect(await found).toMatchObject({ page: [hit], more: true, reached: 7 });
  expect(screen(client).messages).toEqual(["one", "two"]);
  const lost = client.search("tea");
  room.line.cut();
  expect(await lost).toBeUndefined();
  expect(await client.search("tea")).toBeUndefined();
});
