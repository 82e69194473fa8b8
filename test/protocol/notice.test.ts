import { describe, expect, it } from "vitest";
import type { Message } from "../../src/protocol/event.ts";
import { noticeOf, parseChoice, type Reader, shortened } from "../../src/protocol/notice.ts";

const said = (seq: number, by: string, text: string | null): Message => ({
  kind: "send",
  id: `message-${seq}-of-${by}`,
  seq,
  by,
  at: seq,
  body: text === null ? null : { text },
});
const away = (reader: Partial<Reader>): Reader => ({
  choice: "all",
  looking: false,
  me: "ann",
  mentioned: (text) => text.includes("@Ann"),
  ...reader,
});

const hello = said(1, "bo", "hello");
const call = said(2, "bo", "@Ann, are you there?");
const more = said(3, "cleo", "she's out");

describe("Ann, who is not looking", () => {
  it("is told of the last that was said, if she wants everything", () => {
    expect(noticeOf([hello, more], away({}))).toEqual({ message: more, mention: false });
  });

  it("is told first of what calls her, whatever came after it", () => {
    expect(noticeOf([hello, call, more], away({}))).toEqual({ message: call, mention: true });
  });

  it("is told of nothing else, if she wants mentions only", () => {
    expect(noticeOf([hello, more], away({ choice: "mentions" }))).toBeUndefined();
    expect(noticeOf([hello, call, more], away({ choice: "mentions" }))).toEqual({ message: call, mention: true });
  });

  it("is not told of what she said in another tab, nor of what is deleted already", () => {
    const own = said(4, "ann", "a note for @Ann");
    expect(noticeOf([own, said(5, "bo", null)], away({}))).toBeUndefined();
    expect(noticeOf([], away({}))).toBeUndefined();
  });

  it("is left in peace, if she wants to be", () => {
    expect(noticeOf([call], away({ choice: "off" }))).toBeUndefined();
  });
});

describe("Ann, who is looking", () => {
  it("sees for herself", () => {
    expect(noticeOf([call], away({ looking: true }))).toBeUndefined();
  });
});

describe("What a notification says", () => {
  it("is one line, and not the whole of a long message", () => {
    expect(shortened("one\n  two\tthree ")).toBe("one two three");
    const long = shortened("🍰".repeat(300));
    expect([...long]).toHaveLength(160);
    expect(long.isWellFormed()).toBe(true);
    expect(long.endsWith("🍰…")).toBe(true);
  });
});

describe("The choice", () => {
  it("is off where none was stored, or none that there is", () => {
    expect([undefined, "", "loud", "all", "mentions"].map(parseChoice)).toEqual([
      "off",
      "off",
      "off",
      "all",
      "mentions",
    ]);
  });
});
