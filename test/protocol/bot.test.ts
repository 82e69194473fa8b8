import { describe, expect, it } from "vitest";
import { programOf, secretIn, tokenWith } from "../../src/protocol/bot.ts";
import { tagOf } from "../../src/protocol/name.ts";

describe("a program", () => {
  it("is known by its member id, and shown by its tag", () => {
    expect(programOf("bot-a7k2m9x4c3v8b5n6q2wr")).toBe("bot");
    expect(programOf("hook-c4v9b3n8m2q7w6e5r9ty")).toBe("hook");
    expect(tagOf("bot-a7k2m9x4c3v8b5n6q2wr")).toBe("bot");
    for (const person of ["a7k2m9x4c3v8b5n6q2wr", "bot", "operator", ""]) expect(programOf(person)).toBeUndefined();
    expect(tagOf("a7k2m9x4c3v8b5n6q2wr")).toBe("a7k2");
  });
});

describe("a token", () => {
  it("has a secret in it, or is none", () => {
    const secret = "aB3_-".padEnd(43, "x");
    expect(secretIn(tokenWith(secret))).toBe(secret);
    const tokens = [
      secret,
      "parlor_bot_",
      tokenWith("short"),
      `${tokenWith(secret)}x`,
      tokenWith(`${secret.slice(1)}.`),
    ];
    for (const token of tokens) expect(secretIn(token)).toBeUndefined();
  });
});
