// When a turn is taken.
import { expect, it } from "vitest";
import { isLate, isQuiet } from "../../src/room/pace.ts";

it("answers ann at once where nobody spoke for a while, and has her wait while 200 people are being told", () => {
  expect(isQuiet(1_000, 0, 200)).toBe(true);
  expect(isQuiet(1_000, 995, 200)).toBe(false);
  expect(isQuiet(1_000, 995, 3)).toBe(true);
});

it("takes a clock that was set back for a busy room: ann waits for a timer, and no longer", () => {
  expect(isQuiet(1_000, 50_000, 3)).toBe(false);
  expect(isLate(1_000, 50_000)).toBe(false);
});

it("sees by a late timer that frames were still going out", () => {
  expect(isLate(1_001, 1_000)).toBe(false);
  expect(isLate(1_006, 1_000)).toBe(true);
});
