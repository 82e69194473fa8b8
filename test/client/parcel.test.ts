// How a queue is cut into frames.
import { expect, test } from "vitest";
import { firstFrame, fits } from "../../src/client/parcel.ts";
import { FRAME_BYTES, FRAME_OPS } from "../../src/protocol/limits.ts";
import type { Op } from "../../src/protocol/op.ts";

const says = (text: string, n = 0): Op => ({ id: `id-${String(n).padStart(13, "0")}`, kind: "send", body: { text } });
const bytes = (ops: Op[]) => Buffer.byteLength(JSON.stringify({ type: "ops", ops }));

test("Chinese text is cut into frames by its bytes, not by its characters", () => {
  const ops = Array.from({ length: 30 }, (_, n) => says("說".repeat(2000), n));
  expect(JSON.stringify(ops.slice(0, 20)).length).toBeLessThan(FRAME_BYTES);
  const frame = firstFrame(ops);
  expect(frame).toEqual(ops.slice(0, 10));
  expect(bytes(frame)).toBeLessThanOrEqual(FRAME_BYTES);
  expect(bytes(ops.slice(0, 11))).toBeGreaterThan(FRAME_BYTES);
});

test("a frame has a hundred ops at most", () => {
  const ops = Array.from({ length: 101 }, (_, n) => says("hi", n));
  expect(firstFrame(ops)).toEqual(ops.slice(0, FRAME_OPS));
  expect(firstFrame(ops.slice(0, 3))).toHaveLength(3);
  expect(firstFrame([])).toEqual([]);
});

test("an op that fills a frame to the last byte is sent, one byte more can't be", () => {
  const room = FRAME_BYTES - bytes([says("")]);
  const full = says("x".repeat(room));
  expect([fits(full), firstFrame([full, says("y", 1)])]).toEqual([true, [full]]);
  expect(fits(says("x".repeat(room + 1)))).toBe(false);
});
