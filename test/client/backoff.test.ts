// How long a client waits before it tries again.
import { expect, test } from "vitest";
import { BACKOFF_CAP_MS, createBackoff } from "../../src/client/backoff.ts";
import { seeded } from "../support/world.ts";

test("the longest possible waits double from half a second up to half a minute", () => {
  const backoff = createBackoff(() => 1);
  const waits = Array.from({ length: 9 }, () => backoff.next(0));
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
});

test("waits are spread evenly over all of the time, so that a thousand people don't come back at once", () => {
  const random = seeded(7);
  const firsts = Array.from({ length: 1000 }, () => createBackoff(random).next(0));
  for (const fifth of [0, 100, 200, 300, 400]) {
    const share = firsts.filter((ms) => ms >= fifth && ms < fifth + 100).length;
    expect(share).toBeGreaterThan(150);
    expect(share).toBeLessThan(250);
  }
});

test("a link that lived for five seconds makes up for the failures before it, a shorter one does not", () => {
  const backoff = createBackoff(() => 1);
  for (let i = 0; i < 10; i++) backoff.next(0);
  expect(backoff.next(4_999)).toBe(BACKOFF_CAP_MS);
  expect(backoff.next(5_000)).toBe(500);
  expect(backoff.next(0)).toBe(1000);
});
