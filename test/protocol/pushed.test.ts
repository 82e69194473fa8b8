import { describe, expect, it } from "vitest";
import { noticeOptions, noticeTag } from "../../src/protocol/notice.ts";
import { readPushed } from "../../src/protocol/pushed.ts";

const pushed = { room: "大廳", seq: 58, title: "Ann", body: "@Bo, tea?", mention: true };

describe("What is pushed", () => {
  it("is read as it was written, and what else stands there is left out", () => {
    expect(readPushed(JSON.stringify(pushed))).toEqual(pushed);
    expect(readPushed(JSON.stringify({ ...pushed, later: 1 }))).toEqual(pushed);
  });

  it.each([
    "",
    "hello",
    "null",
    "[]",
    '"text"',
    JSON.stringify({ ...pushed, seq: "58" }),
    JSON.stringify({ ...pushed, seq: 1.5 }),
    JSON.stringify({ ...pushed, room: undefined }),
    JSON.stringify({ ...pushed, title: {} }),
    JSON.stringify({ ...pushed, mention: 1 }),
  ])("is nothing where it says %s", (text) => {
    expect(readPushed(text)).toBeUndefined();
  });

  it("becomes a notification that takes the place of the room's one before, and leads to the message", () => {
    const { room, seq, body } = pushed;
    expect(noticeOptions({ room, seq, body, again: true })).toMatchObject({
      tag: noticeTag("大廳"),
      renotify: true,
      data: { url: "/r/%E5%A4%A7%E5%BB%B3#m58" },
    });
    expect(noticeTag("a")).not.toBe(noticeTag("b"));
  });
});
