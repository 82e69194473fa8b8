import { nanoid } from "nanoid";
import { beforeAll, describe, expect, it } from "vitest";
import { PAGE_MESSAGES } from "../../src/protocol/limits.ts";
import { enter, freshRoom, until, type Visitor, type Warmth } from "./visitor.ts";

const SAID = 10_100;

describe.each<Warmth>(["warm", "evicted"])("coming back to a room that is %s", (warmth) => {
  const room = freshRoom();
  let ann: Visitor;

  beforeAll(async () => {
    ann = await enter({ room, name: "Ann" });
    for (let said = 0; said < SAID; said += 100) {
      const wishes = Array.from({ length: 100 }, (_, index) => ({
        kind: "send",
        body: { text: `line ${said + index + 1}` },
      }));
      await ann.ops(...wishes);
      await until(() => expect(ann.events.length).toBe(said + 100));
    }
  });

  function standing(cursor: number) {
    return { epoch: ann.events[0]?.id ?? "", cursor, last: ann.events[cursor - 1]?.id ?? "" };
  }

  it.each([1, PAGE_MESSAGES - 1, PAGE_MESSAGES, PAGE_MESSAGES + 1, 199, 200, 201, 10_000])(
    "bo, who missed %i messages, is replayed each of them",
    async (missed) => {
      const bo = await enter({ room, warmth, hello: standing(SAID - missed) });
      expect(bo.welcome).toMatchObject({ reset: false, head: SAID });
      expect(bo.welcome.page).toBeUndefined();
      await bo.catchUp();
      expect(bo.events).toEqual(ann.events.slice(SAID - missed));
    },
  );

  it("bo, who missed nothing, is told nothing", async () => {
    const bo = await enter({ room, warmth, hello: standing(SAID) });
    expect(bo.welcome).toMatchObject({ reset: false, head: SAID });
    expect(bo.frames("events")).toEqual([]);
  });

  it("bo, who was there before the first message, can be replayed the whole log", async () => {
    const bo = await enter({ room, warmth, hello: { epoch: "", cursor: 0 } });
    await bo.catchUp();
    expect(bo.events).toEqual(ann.events);
  });

  it.each([
    ["is ahead of the log", () => ({ ...standing(SAID), cursor: SAID + 1 })],
    ["comes from another log", () => ({ ...standing(SAID), epoch: nanoid() })],
    ["stands on an event that a restored backup has otherwise", () => ({ ...standing(SAID), last: nanoid() })],
    ["doesn't say which event it stands on", () => ({ epoch: standing(SAID).epoch, cursor: SAID })],
  ])("bo, whose cursor %s, is told to reset and given the page", async (_, hello) => {
    const bo = await enter({ room, warmth, hello: hello() });
    expect(bo.welcome).toMatchObject({ reset: true, head: SAID });
    expect(bo.welcome.page?.map((message) => message.seq)).toEqual(
      Array.from({ length: PAGE_MESSAGES }, (_, index) => SAID - PAGE_MESSAGES + index + 1),
    );
    expect(bo.frames("events")).toEqual([]);
  });

  it("bo, who is still being replayed, hears what is said meanwhile in its place", async () => {
    const busy = freshRoom();
    const cleo = await enter({ room: busy, name: "Cleo", warmth });
    for (let said = 0; said < 300; said += 100) {
      await cleo.ops(...Array.from({ length: 100 }, () => ({ kind: "send", body: { text: "again" } })));
    }
    await until(() => expect(cleo.events.length).toBe(300));
    const bo = await enter({ room: busy, warmth, hello: { epoch: "", cursor: 0 } });
    await until(() => expect(bo.events.length).toBe(200));
    await cleo.say("meanwhile");
    expect(bo.events.length).toBe(200);
    await bo.catchUp();
    await cleo.say("level");
    await until(() => expect(bo.events).toEqual(cleo.events));
  });

  it("bo, who missed the whole log, is replayed it though fifty more messages a second are said meanwhile", async () => {
    const other = freshRoom();
    const cleo = await enter({ room: other, name: "Cleo" });
    const hundred = Array.from({ length: 100 }, () => ({ kind: "send", body: { text: "before" } }));
    for (let said = 0; said < 1_000; said += 100) await cleo.ops(...hundred);
    await until(() => expect(cleo.events.length).toBe(1_000));
    let talking = true;
    const talk = (async () => {
      for (; talking; await new Promise((resolve) => setTimeout(resolve, 20))) await cleo.say("meanwhile");
    })();
    const bo = await enter({ room: other, warmth, hello: { epoch: "", cursor: 0 } });
    await bo.catchUp();
    // Level, and still there is talk.
    await until(() => expect(bo.texts.filter((text) => text === "meanwhile").length).toBeGreaterThan(10));
    talking = false;
    await talk;
    await until(() => expect(bo.events.length).toBe(cleo.events.length));
    expect(bo.events).toEqual(cleo.events);
    expect(bo.events.map(({ seq }) => seq)).toEqual(bo.events.map((_, index) => index + 1));
  });

  it("bo, who took the page of a log that ends in a reaction, resumes from it", async () => {
    const other = freshRoom();
    const cleo = await enter({ room: other, warmth });
    await cleo.say("hi");
    await cleo.act({ kind: "react", target: 1, emoji: "👍", on: true });
    const bo = await enter({ room: other, warmth });
    const { epoch, head, last } = bo.welcome;
    await cleo.say("there");
    const back = await enter({ room: other, warmth, hello: { epoch, cursor: head, last } });
    expect(back.welcome.reset).toBe(false);
    await until(() => expect(back.texts).toEqual(["there"]));
  });

  it("bo asks again on the same socket, and is told what he asks for", async () => {
    const bo = await enter({ room, warmth });
    const welcome = await bo.hello({ credit: true, ...standing(SAID - 1) });
    expect(welcome).toMatchObject({ reset: false, roster: { count: expect.any(Number) } });
    await until(() => expect(bo.events.map((event) => event.seq)).toEqual([SAID]));
  });
});
