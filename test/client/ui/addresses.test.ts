import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { en } from "../../../src/client/i18n/landing/en.ts";
import { mentionOf } from "../../../src/client/ui/message/mention-of.ts";
import { nearestName } from "../../../src/client/ui/room/no-room.tsx";
import { mentionsMe } from "../../../src/protocol/mentions.ts";

describe("Somebody at an address that no room can have", () => {
  it.each([
    ["a b", "a-b"],
    ["tea & cake!", "tea-cake"],
    ["  ？大廳？", "大廳"],
    ["x".repeat(80), "x".repeat(64)],
    ["!!!", undefined],
    ["", undefined],
  ])("%j is offered %j", (written, nearest) => {
    expect(nearestName(written)).toBe(nearest);
  });
});

describe("Bo, called from the roster", () => {
  const bo = { member: "b", name: "Bo", tag: "k7qd" };
  const other = { member: "c", name: "bo", tag: "m2xa" };

  it("is called by his name, and by his tag too where another has the same", () => {
    expect(mentionOf(bo, [bo])).toBe("@Bo");
    expect(mentionOf(bo, [bo, other])).toBe("@Bo#k7qd");
  });

  it("and nobody else hears it", () => {
    const called = mentionOf(bo, [bo, other]);
    expect(mentionsMe(called, "b", [bo, other])).toBe(true);
    expect(mentionsMe(called, "c", [bo, other])).toBe(false);
  });
});

describe("The front page", () => {
  it("says before any script has come what it says after", () => {
    const html = readFileSync("src/client/pages/index.html", "utf8");
    expect(html).toContain(`<h1>${en.title}</h1>`);
    expect(html).toContain(`<p class="lead">${en.lead}</p>`);
  });
});
