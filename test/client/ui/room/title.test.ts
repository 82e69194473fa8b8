import { describe, expect, it } from "vitest";
import { en } from "../../../../src/client/i18n/en.ts";
import { isPrivate, roomTitle } from "../../../../src/client/ui/room/room-title.ts";
import { icon, tabTitle } from "../../../../src/client/ui/room/title.ts";

const none = { messages: 0, mentions: 0 };

describe("The tab", () => {
  it("tells how much Ann has not seen", () => {
    expect(tabTitle("lobby", none)).toBe("lobby · Parlor");
    expect(tabTitle("lobby", { messages: 3, mentions: 0 })).toBe("(3) lobby · Parlor");
    expect(tabTitle("lobby", { messages: 100, mentions: 0 })).toBe("(99+) lobby · Parlor");
  });

  it("tells first how often she was called", () => {
    expect(tabTitle("lobby", { messages: 7, mentions: 2 })).toBe("(@2) lobby · Parlor");
  });

  it("calls a random name a private room, and every other by its name", () => {
    expect(roomTitle("V1StGXR8_Z5jdHi6B-myTq", en)).toBe("Private room");
    expect(roomTitle("大廳", en)).toBe("大廳");
    expect(isPrivate("V1StGXR8_Z5jdHi6B-myT")).toBe(false);
  });

  it("has an icon with no dot, a dot, and another dot where she was called", () => {
    const icons = [none, { messages: 1, mentions: 0 }, { messages: 1, mentions: 1 }].map((unseen) => icon(120, unseen));
    expect(new Set(icons).size).toBe(3);
    expect(icons.map((each) => decodeURIComponent(each).split("<circle").length - 1)).toEqual([0, 2, 2]);
    for (const each of icons) expect(each).toMatch(/^data:image\/svg\+xml,[^"#]*$/);
  });
});
