// What a client asks to have recorded. The room answers each op with an event, `stored` or `refused`.
import * as v from "valibot";
import { Id, Seq } from "./id.ts";
import { TEXT_UNITS } from "./limits.ts";
import { Moderation, Name } from "./moderation.ts";
import { type Code, isCode, type Parsed, refuse } from "./refusal.ts";
import { unsound } from "./sound.ts";
import { cleanTopic, fitsTopic } from "./topic.ts";

// A schema's message is the refusal code, so that one table says what to do about each fault.
const code = (name: Code) => name;

const Text = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(TEXT_UNITS, code("too_long")),
  // Something other than spaces, controls and invisible formatting.
  v.regex(/[^\s\p{Cc}\p{Cf}\p{Cs}\p{DI}\u2800]/u, code("empty")),
);

/** What a message says. `me` is an action, as in "Ann waves". */
export const Body = v.object({ text: Text, me: v.optional(v.literal(true)) });
export type Body = v.InferOutput<typeof Body>;

const Emoji = v.pipe(v.string(), v.maxLength(64), v.regex(/^\p{RGI_Emoji}$/v));
const Topic = v.pipe(v.string(), v.transform(cleanTopic), v.check(fitsTopic, code("too_long")));

export const Op = v.variant("kind", [
  v.object({ id: Id, kind: v.literal("send"), body: Body, replyTo: v.optional(Seq) }),
  v.object({ id: Id, kind: v.literal("edit"), target: Seq, body: Body }),
  v.object({ id: Id, kind: v.literal("delete"), target: Seq }),
  v.object({ id: Id, kind: v.literal("react"), target: Seq, emoji: Emoji, on: v.boolean() }),
  v.object({ id: Id, kind: v.literal("rename"), name: Name }),
  /** `""` takes the topic away. */
  v.object({ id: Id, kind: v.literal("topic"), text: Topic }),
  ...Moderation.options,
]);
export type Op = v.InferOutput<typeof Op>;
export type Kind = Op["kind"];

const Labelled = v.looseObject({ id: Id, kind: v.string() });
const kinds: ReadonlySet<string> = new Set<Kind>(Op.options.map((op) => op.entries.kind.literal));

/** Reads one op. The refusal names the op's id wherever it has a usable one. */
export function parseOp(value: unknown): Parsed<Op> {
  const label = v.safeParse(Labelled, value);
  if (!label.success) return refuse("bad_op");
  const { id, kind } = label.output;
  const wrong = unsound(value);
  if (wrong !== undefined) return refuse(wrong, { id });
  if (!kinds.has(kind)) return refuse("unknown_kind", { id });
  const op = v.safeParse(Op, value);
  if (op.success) return { ok: true, value: op.output };
  const fault = op.issues[0].message;
  return refuse(isCode(fault) ? fault : "bad_op", { id });
}
