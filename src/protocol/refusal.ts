// Every way in which Parlor says no: one code. What a client does about it: remedy.ts; what it is in HTTP: status.ts.
import { remedies } from "./remedy.ts";

/** Those that the writer fixes. */
const fixed = [
  "not_json",
  "bad_frame",
  "bad_op",
  "unknown_kind",
  "bad_text",
  "empty",
  "too_long",
  "too_deep",
  "binary",
  "bad_name",
  "bad_address",
  "bad_cursor",
  "bad_query",
  "bad_command",
  "id_reused",
  "no_message",
  "deleted",
  "not_yours",
  "not_allowed",
  "muted",
  "no_member",
  "exists",
  "too_many_programs",
  "too_many_emoji",
  "too_many_changes",
  "bad_type",
  "late",
  "internal",
] as const;

export type Code = (typeof fixed)[number] | keyof typeof remedies;

const all = new Set<string>([...fixed, ...Object.keys(remedies)]);

/** Whether the string is one of our codes. */
export function isCode(text: unknown): text is Code {
  return typeof text === "string" && all.has(text);
}

/** A refusal as it travels. `id` names the op, `ref` the question, `retryAfter` is in seconds. */
export interface Refusal {
  code: Code;
  id?: string;
  ref?: number;
  retryAfter?: number;
  /** What a moderator said of it. */
  reason?: string;
}

/** What came of reading something from outside. */
export type Parsed<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** A refusal where a value was hoped for. */
export function refuse(
  code: Code,
  of: { id?: string | undefined; ref?: number | undefined } = {},
): { ok: false; refusal: Refusal } {
  const refusal: Refusal = { code };
  if (of.id !== undefined) refusal.id = of.id;
  if (of.ref !== undefined) refusal.ref = of.ref;
  return { ok: false, refusal };
}
