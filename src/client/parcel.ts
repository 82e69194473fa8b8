// How a queue of ops is cut into frames that the room will read.
import { FRAME_BYTES, FRAME_OPS } from "../protocol/limits.ts";
import type { Op } from "../protocol/op.ts";
import { utf8Bytes } from "../protocol/utf8.ts";

const ENVELOPE = utf8Bytes(JSON.stringify({ type: "ops", ops: [] }));

function size(op: Op): number {
  return utf8Bytes(JSON.stringify(op));
}

/** Whether the op can be sent at all. One that can't would be refused together with its frame, without its id. */
export function fits(op: Op): boolean {
  return ENVELOPE + size(op) <= FRAME_BYTES;
}

/** The first of these ops, as many as one frame holds, in order. Each of them must fit by itself. */
export function firstFrame(ops: readonly Op[]): Op[] {
  // One comma fewer than ops.
  let bytes = ENVELOPE - 1;
  const end = ops.slice(0, FRAME_OPS).findIndex((op) => {
    bytes += size(op) + 1;
    return bytes > FRAME_BYTES;
  });
  return ops.slice(0, end === -1 ? FRAME_OPS : end);
}
