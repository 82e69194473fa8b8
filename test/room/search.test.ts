import { describe, expect, it } from "vitest";
import { SEARCH_HITS, SEARCH_UNITS } from "../../src/protocol/limits.ts";
import { enter, freshRoom, get, open, until, type Visitor, type Warmth } from "./visitor.ts";

let asked = 0;

/** Asks the room, and gives its answer. */
async function search(who: Visitor, search: object) {
  const ref = ++asked;
  await who.send({ type: "search", ref, search });
  return until(() => {
    const answer = who.frames("answer").find((each) => each.ref === ref);
    expect(answer).toBeDefined();
    if (answer === undefined) throw new Error("no answer");
    const { page, people, more, reached } = answer;
    return { texts: page.map(({ body }) => body?.text), people: people.map(({ name }) => name), more, reached };
  });
}

describe.each<Warmth>(["warm", "evicted"])("looking for words in a room that is %s", (warmth) => {
  it("bo, who was not there, finds what ann said, with who said it", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    for (const text of ["Tea at four", "or coffee", "今天喝茶嗎", "no, TEA"]) await ann.say(text);
    const bo = await enter({ room, name: "Bo", warmth });
    expect(await search(bo, { words: "tea" })).toEqual({
      texts: ["Tea at four", "no, TEA"],
      people: ["Ann"],
      more: false,
      reached: 1,
    });
    expect(await search(bo, { words: "喝茶" })).toMatchObject({ texts: ["今天喝茶嗎"] });
    expect(await search(bo, { words: "cake" })).toEqual({ texts: [], people: [], more: false, reached: 1 });
  });

  it("ann finds what was edited by its new words only, and what was deleted not at all", async () => {
    const ann = await enter({ room: freshRoom(), warmth });
    for (const text of ["the cat", "the dog", "the bird"]) await ann.say(text);
    await ann.act({ kind: "edit", target: 1, body: { text: "the horse" } });
    await ann.act({ kind: "delete", target: 2 });
    expect(await search(ann, { words: "the" })).toMatchObject({ texts: ["the horse", "the bird"] });
    expect(await search(ann, { words: "cat" })).toMatchObject({ texts: [] });
    expect(await search(ann, { words: "dog" })).toMatchObject({ texts: [] });
  });

  it("ann goes on before what was reached, and no message comes twice or is missed", async () => {
    const ann = await enter({ room: freshRoom(), warmth });
    const texts = Array.from({ length: 95 }, (_, index) => `apple ${index + 1}`);
    for (let at = 0; at < texts.length; at += 25)
      await ann.ops(...texts.slice(at, at + 25).map((text) => ({ kind: "send", body: { text } })));
    await until(() => expect(ann.texts).toHaveLength(95));
    const first = await search(ann, { words: "apple" });
    expect(first.texts.length).toBeGreaterThanOrEqual(SEARCH_HITS);
    expect(first.more).toBe(true);
    const second = await search(ann, { words: "apple", before: first.reached });
    expect([...second.texts, ...first.texts]).toEqual(texts);
    expect(second).toMatchObject({ more: false, reached: 1 });
  });

  it("words that can't be looked for are refused by their ref, and ann stays", async () => {
    const ann = await enter({ room: freshRoom(), warmth });
    const wrong = [{ words: "" }, { words: "  " }, { words: 5 }, { words: "x".repeat(SEARCH_UNITS + 1) }, {}, "tea"];
    for (const [index, each] of wrong.entries()) await ann.send({ type: "search", ref: 700 + index, search: each });
    await ann.send({ type: "search", ref: 799, search: { words: "tea", before: -1 } });
    await until(() => expect(ann.frames("refused").map(({ ref }) => ref)).toEqual([700, 701, 702, 703, 704, 705, 799]));
    expect(new Set(ann.refusals)).toEqual(new Set(["bad_frame"]));
    await ann.say("still here");
  });

  it("a guest at the text door finds lines, and is told where there are none", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    for (const text of ["Tea at four", "or coffee"]) await ann.say(text);
    const guest = await open({ room, offer: "chat", warmth });
    await until(() => expect(guest.received).toHaveLength(1));
    await guest.sendRaw("/find TEA");
    await until(() => expect(guest.received[1]).toBe(`Ann#${ann.welcome.you.tag}: Tea at four`));
    await guest.sendRaw("/find cake");
    await until(() => expect(guest.received[2]).toBe("[Nobody said that.]"));
    await guest.sendRaw("/find");
    await until(() => expect(guest.received[3]).toMatch(/^\[.*\/help/));
  });
});

describe("looking for words", () => {
  it("takes each to the letter: none is a pattern, an operator, or a statement", async () => {
    const odd = [
      "%",
      "_",
      "*",
      "?",
      '"',
      "'",
      "\\",
      "tea*",
      "text:tea",
      "NEAR(tea, 2)",
      "^tea",
      "'; DROP TABLE events; --",
    ];
    const ann = await enter({ room: freshRoom(), name: "Ann" });
    await ann.say("plain tea, and nothing more");
    for (const words of odd) await ann.say(`so ${words} it is`);
    for (const words of odd) {
      const { texts } = await search(ann, { words });
      expect(texts, words).toContain(`so ${words} it is`);
      expect(texts, words).not.toContain("plain tea, and nothing more");
    }
  });

  it("in a room that nobody spoke in makes no room", async () => {
    const room = freshRoom();
    const ann = await enter({ room });
    expect(await search(ann, { words: "tea" })).toEqual({ texts: [], people: [], more: false, reached: 1 });
    await ann.leave();
    expect(await (await get(`/r/${room}`, { Accept: "application/json" })).json()).toMatchObject({
      head: 0,
      epoch: "",
    });
  });
});
