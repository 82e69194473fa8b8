// Frames from a client to the room, and the one place where they are read.
import * as v from "valibot";
import { Count, Id, Seq } from "./id.ts";
import { FRAME_BYTES, FRAME_OPS, PAGE_MESSAGES, SEARCH_UNITS } from "./limits.ts";
import { Pass } from "./pass.ts";
import { type Parsed, refuse } from "./refusal.ts";
import { unsound } from "./sound.ts";
import { utf8Bytes } from "./utf8.ts";

const Limit = v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PAGE_MESSAGES)), PAGE_MESSAGES);

/** The first frame, and again whenever a client wants to be told what it missed. */
export const Hello = v.object({
  type: v.literal("hello"),
  name: v.optional(v.string()),
  /** The client will say `got`, so that the room knows how far behind it is. */
  credit: v.optional(v.boolean()),
  /** The room's passcode, for who was told that it asks for one. */
  pass: v.optional(Pass),
  /** These three, when resuming: which log, the last seq applied, and the id of the event there. */
  epoch: v.optional(v.union([Id, v.literal("")])),
  cursor: v.optional(Count),
  last: v.optional(v.union([Id, v.literal("")])),
});
export type Hello = v.InferOutput<typeof Hello>;

/** Either end of history: the messages just before a seq, or just after it. Neither means the latest. */
export const History = v.object({ before: v.optional(Seq), after: v.optional(Count), limit: Limit });
export type History = v.InferOutput<typeof History>;

/** Words that messages hold: in those before a seq, or, without one, from the latest back. */
export const Search = v.object({
  words: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(SEARCH_UNITS)),
  before: v.optional(Seq),
});
export type Search = v.InferOutput<typeof Search>;

export const UpFrame = v.variant("type", [
  Hello,
  // Ops are read one by one (parseOp), so that a bad one is refused by its id and the others go on.
  v.object({
    type: v.literal("ops"),
    ops: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(FRAME_OPS)),
  }),
  v.object({ type: v.literal("got"), seq: Count }),
  v.object({ type: v.literal("read"), seq: Count }),
  v.object({ type: v.literal("typing"), on: v.boolean() }),
  /** Whether somebody looks at the room in this session. One that never said so is looked at. */
  v.object({ type: v.literal("looking"), on: v.boolean() }),
  v.object({ type: v.literal("ask"), ref: Count, history: History }),
  v.object({ type: v.literal("search"), ref: Count, search: Search }),
  // Answered by the runtime without waking the room, when it is exactly PING.
  v.object({ type: v.literal("ping") }),
]);
export type UpFrame = v.InferOutput<typeof UpFrame>;

/** The frame around the ops: they are looked at one by one. */
function withoutOps(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("ops" in value)) return value;
  const { ops, ...rest } = value;
  return rest;
}

const Asked = v.object({ ref: Count });

/** Bytes of UTF-8, or some number over the limit: short strings are not encoded to be measured. */
function tooLong(text: string): boolean {
  if (text.length * 3 <= FRAME_BYTES) return false;
  return text.length > FRAME_BYTES || utf8Bytes(text) > FRAME_BYTES;
}

/** Reads a frame as it came off the socket. Its length is checked before anything parses it. */
export function parseUp(data: unknown): Parsed<UpFrame> {
  if (typeof data !== "string") return refuse("binary");
  if (tooLong(data)) return refuse("too_long");
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return refuse("not_json");
  }
  const wrong = unsound(withoutOps(value));
  if (wrong !== undefined) return refuse(wrong);
  const frame = v.safeParse(UpFrame, value);
  if (frame.success) return { ok: true, value: frame.output };
  const asked = v.safeParse(Asked, value);
  return refuse("bad_frame", { ref: asked.success ? asked.output.ref : undefined });
}
