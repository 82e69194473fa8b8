import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { enter, freshRoom, get, objectOf, open, sleep, until, type Warmth } from "./visitor.ts";

describe.each<Warmth>(["warm", "evicted"])("the topic of a room that is %s", (warmth) => {
  it("is seen by everybody: bo, who is here, and cleo, who comes later", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    const bo = await enter({ room, name: "Bo", warmth });
    expect(bo.welcome.room).toMatchObject({ name: room, topic: "" });
    await ann.act({ kind: "topic", text: " Tea\nat four " });
    await until(() => expect(bo.events).toMatchObject([{ seq: 1, kind: "topic", text: "Tea at four" }]));
    const cleo = await enter({ room, name: "Cleo", warmth });
    expect(cleo.welcome).toMatchObject({ room: { topic: "Tea at four" }, head: 1, page: [] });
  });

  it("can be changed by anybody, and taken away", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    const guest = await enter({ room, warmth });
    await ann.act({ kind: "topic", text: "Tea" });
    await guest.act({ kind: "topic", text: "Cake" });
    expect((await enter({ room, warmth })).welcome.room.topic).toBe("Cake");
    await ann.act({ kind: "topic", text: "" });
    expect((await enter({ room, warmth })).welcome.room.topic).toBe("");
  });

  it("comes to bo, who was away, as the event that it is", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    await ann.say("one");
    const bo = await enter({ room, name: "Bo", warmth });
    await bo.leave();
    await ann.act({ kind: "topic", text: "Tea" });
    const back = await enter({ room, cookie: bo.cookie, hello: bo.cursor, warmth });
    await until(() => expect(back.events).toMatchObject([{ seq: 2, kind: "topic", text: "Tea" }]));
    expect(back.welcome.reset).toBe(false);
  });

  it("sent again under its id is stored once", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    const op = { id: "an-id-for-a-topic", kind: "topic", text: " Tea " };
    await ann.act(op);
    await ann.ops(op);
    await until(() => expect(ann.frames("stored")).toEqual([{ type: "stored", ids: [[op.id, 1]] }]));
    await ann.ops({ ...op, text: "Cake" });
    await until(() => expect(ann.refusals).toEqual(["id_reused"]));
  });

  it.each([
    ["x".repeat(121), "too_long"],
    ["tea \ud83d", "bad_text"],
    [7, "bad_op"],
  ])("is not %j", async (text, code) => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    const [id] = await ann.ops({ kind: "topic", text });
    await until(() => expect(ann.frames("refused")).toEqual([{ type: "refused", code, id }]));
    expect((await enter({ room, warmth })).welcome).toMatchObject({ head: 0, room: { topic: "" } });
  });

  it("is what it was where a turn that set it was rolled back", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    await ann.act({ kind: "topic", text: "Tea" });
    await runInDurableObject(objectOf(room), (_, { storage }) => {
      storage.sql.exec(
        "CREATE TRIGGER trap AFTER UPDATE ON settings WHEN NEW.value = 'boom' BEGIN SELECT RAISE(ABORT, 'trap'); END",
      );
    });
    await ann.ops({ kind: "topic", text: "boom" });
    await until(() => expect(ann.refusals).toEqual(["internal"]));
    expect((await enter({ room, warmth })).welcome).toMatchObject({ head: 1, room: { topic: "Tea" } });
  });

  it("is set and asked for in the text door, and nobody else there hears of it", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    const guest = await open({ room, offer: null, warmth });
    const other = await open({ room, offer: "chat", warmth });
    const lines = ["/topic", "/topic Tea at four", "/topic", `/topic ${"x".repeat(121)}`, "/topic \u200b", "/help"];
    for (const [sent, line] of lines.entries()) {
      await guest.sendRaw(line);
      await until(() => expect(guest.received.length).toBe(sent + 2));
    }
    expect(guest.received.slice(1, -1)).toEqual([
      "[No topic.]",
      "[Topic: Tea at four]",
      "[Topic: Tea at four]",
      "[That is longer than it may be.]",
      "[No topic.]",
    ]);
    expect(guest.received.at(-1)).toContain("/topic New topic");
    await until(() => expect(ann.events).toMatchObject([{ text: "Tea at four" }, { text: "" }]));
    await ann.say("the end");
    await until(() => expect(other.received.length).toBe(2));
  });

  it("is in what a script reads, beside the latest messages", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    await ann.act({ kind: "topic", text: "Tea" });
    const json = { Accept: "application/json" };
    expect(await (await get(`/r/${room}`, json)).json()).toMatchObject({ head: 1, topic: "Tea", messages: [] });
    const since = await get(`/r/${room}?since=0`, json);
    expect(await since.json()).toMatchObject({ events: [{ kind: "topic", text: "Tea" }] });
    expect(await (await get(`/r/${room}`)).text()).toBe("");
  });
});

it("the topic is there after the room slept and everybody had left", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  await ann.act({ kind: "topic", text: "Tea" });
  await ann.leave();
  await sleep(room);
  expect((await enter({ room })).welcome.room.topic).toBe("Tea");
});
