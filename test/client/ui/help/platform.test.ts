import { describe, expect, it } from "vitest";
import { isMac } from "../../../../src/client/ui/help/platform.ts";

describe("The key for shortcuts", () => {
  it("is ⌘ on what Apple makes, and Ctrl elsewhere", () => {
    expect(["MacIntel", "iPad", "iPhone"].map(isMac)).toEqual([true, true, true]);
    expect(["Win32", "Linux x86_64", "Linux armv8l", ""].map(isMac)).toEqual([false, false, false, false]);
  });
});
