import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDown } from "../../src/protocol/down.ts";
import { parseOp } from "../../src/protocol/op.ts";
import { cleanTopic } from "../../src/protocol/topic.ts";

const topic = (text: string) => {
  const op = parseOp({ id: "an-id-for-a-topic", kind: "topic", text });
  return op.ok ? op.value : op.refusal.code;
};

describe("a topic", () => {
  it.each([
    ["Tea at four", "Tea at four"],
    ["  two\r\nlines \t ", "two lines"],
    ["a\u0000\u001b[31mb\u0085c\u2028d", "a [31mb c d"],
    ["午茶時間 👩‍💻", "午茶時間 👩‍💻"],
    ["می‌خواهم", "می‌خواهم"],
    ["", ""],
    [" \n ", ""],
    ["\u200b\u2800", ""],
    ["x".repeat(120), "x".repeat(120)],
    ["茶".repeat(120), "茶".repeat(120)],
  ])("typed as %j is %j", (typed, shown) => {
    expect(topic(typed)).toMatchObject({ kind: "topic", text: shown });
  });

  it.each([
    ["x".repeat(121), "too_long"],
    ["👨‍👩‍👧‍👦".repeat(20), "too_long"],
    ["x".repeat(50_000), "too_long"],
    ["tea \ud83d", "bad_text"],
  ])("can't be %j", (typed, code) => {
    expect(topic(typed)).toBe(code);
  });

  it("is none where an older room's welcome says nothing of it", () => {
    const you = { member: "ann-0123456789", name: "Ann", tag: "ann-", role: "member" };
    const place = { epoch: "", head: 0, tail: 0, last: "", reset: false };
    const frame = { type: "welcome", you, room: { name: "lobby" }, ...place, roster: { count: 1, here: [] } };
    expect(parseDown(JSON.stringify(frame))).toMatchObject({ room: { name: "lobby", topic: "" } });
  });

  it("is one line, and the same however often it is cleaned", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (typed) => {
        const clean = cleanTopic(typed);
        expect(cleanTopic(clean)).toBe(clean);
        expect(clean).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      }),
      { numRuns: 500 },
    );
  });
});
