// When a turn had better wait.
import { expect, it } from "vitest";
import { isLate } from "../../src/room/pace.ts";

it("sees by a late timer that what ann was told is still going out", () => {
  expect(isLate(1_001, 1_000)).toBe(false);
  expect(isLate(1_006, 1_000)).toBe(true);
});

it("does not take a clock that was set back for a busy room", () => {
  expect(isLate(1_000, 50_000)).toBe(false);
});
