// An event: an op that the room accepted and stamped with its place, its author and its time.
import * as v from "valibot";
import { Seq } from "./id.ts";
import type { Moderation } from "./moderation.ts";
import type { Op } from "./op.ts";
import type { Rules } from "./rules.ts";

// What comes from a room is read without limits of our own: a newer room may allow more than we do.
const Body = v.object({ text: v.string(), me: v.optional(v.literal(true)) });
const stamp = { seq: Seq, id: v.string(), by: v.string(), at: v.number() };

/** Some of a room's rules (rules.ts), as a client reads them. */
export const SomeRules = v.object({
  title: v.optional(v.string()),
  write: v.optional(v.string()),
  locked: v.optional(v.boolean()),
  slow: v.optional(v.number()),
  keep: v.optional(v.number()),
  listed: v.optional(v.boolean()),
  pass: v.optional(v.boolean()),
});
export type SomeRules = v.InferOutput<typeof SomeRules>;

/** Kinds that this build knows. A body is `null` where the message was deleted since. */
export const KnownEvent = v.variant("kind", [
  v.object({ ...stamp, kind: v.literal("send"), body: v.nullable(Body), replyTo: v.optional(Seq) }),
  v.object({ ...stamp, kind: v.literal("edit"), target: Seq, body: v.nullable(Body) }),
  v.object({ ...stamp, kind: v.literal("delete"), target: Seq }),
  v.object({ ...stamp, kind: v.literal("react"), target: Seq, emoji: v.string(), on: v.boolean() }),
  v.object({ ...stamp, kind: v.literal("rename"), name: v.string() }),
  v.object({ ...stamp, kind: v.literal("topic"), text: v.string() }),
  v.object({ ...stamp, kind: v.literal("rules"), rules: SomeRules }),
  v.object({ ...stamp, kind: v.literal("erase") }),
  v.object({ ...stamp, kind: v.literal("role"), who: v.string(), role: v.string() }),
]);
export type KnownEvent = v.InferOutput<typeof KnownEvent>;

/** Moderation as the log tells of it: that there is a passcode, and not which, and that a webhook goes out, and not where to. */
export type Moderated =
  | Exclude<Moderation, { kind: "rules" | "hook" }>
  | { id: string; kind: "rules"; rules: Partial<Rules> }
  | { id: string; kind: "hook"; who: string; name: string; out?: true };

/** An op as the log keeps it. */
export type Logged = Exclude<Op, { kind: "rules" | "hook" }> | Moderated;

/** The op as the log keeps it: of what is secret in it, it tells only that it is there. */
export function logged(op: Op): Logged {
  if (op.kind === "hook") {
    const { to, ...rest } = op;
    return { ...rest, ...(to && { out: true }) };
  }
  if (op.kind !== "rules") return op;
  const { pass, ...rules } = op.rules;
  return { ...op, rules: { ...rules, ...(pass !== undefined && { pass: pass !== null }) } };
}

/** What a room's log holds. Of moderation a client's core knows no more than it needs. */
export type LogEvent =
  | Exclude<KnownEvent, { kind: Moderation["kind"] }>
  | (Moderated & { seq: number; by: string; at: number });

/** An event that a talk shows between its messages, as whoever shows it reads it. */
export const Mark = v.looseObject({ ...stamp, kind: v.string() });
export type Mark = v.InferOutput<typeof Mark>;

/** An event of a kind that a newer room has: it changes nothing here, but it moves the cursor, and is a mark of the talk. */
export const UnknownEvent = v.pipe(
  Mark,
  v.transform(({ kind, ...rest }) => ({ ...rest, kind: "unknown" as const, was: kind })),
);

export const Event = v.union([KnownEvent, UnknownEvent]);
export type Event = v.InferOutput<typeof Event>;

/** `by` set its `emoji` on the message, in the order in which they did. */
export const Reaction = v.object({ emoji: v.string(), by: v.array(v.string()) });
export type Reaction = v.InferOutput<typeof Reaction>;

/** A message as it is now: the send event with what later events made of it. `edited` is the time of the last edit. */
export const Message = v.object({
  ...stamp,
  kind: v.literal("send"),
  body: v.nullable(Body),
  replyTo: v.optional(Seq),
  edited: v.optional(v.number()),
  reactions: v.optional(v.array(Reaction)),
  /** What was done in the room between this message and the next, to be shown there (message.ts). */
  marks: v.optional(v.array(Mark)),
});
export type Message = v.InferOutput<typeof Message>;
