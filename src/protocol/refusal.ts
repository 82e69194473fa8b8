// Every way in which Parlor says no: one code, and from it what the client does. What it is in HTTP: status.ts.

/**
 * What a client does about a refusal.
 * `fix`: the text stays with its writer, who changes it. `wait`: resend after `retryAfter` seconds.
 * `reconnect`: open a new connection and resume. `reload`: fetch a newer client. `give_up`: don't try again by yourself.
 */
export type Remedy = "fix" | "wait" | "reconnect" | "reload" | "give_up";

const remedies = {
  not_json: "fix",
  bad_frame: "fix",
  bad_op: "fix",
  unknown_kind: "fix",
  bad_text: "fix",
  empty: "fix",
  too_long: "fix",
  too_deep: "fix",
  binary: "fix",
  bad_name: "fix",
  bad_room: "give_up",
  bad_cursor: "fix",
  bad_query: "fix",
  bad_command: "fix",
  hello_first: "reconnect",
  id_reused: "fix",
  no_message: "fix",
  deleted: "fix",
  not_yours: "fix",
  not_allowed: "fix",
  muted: "fix",
  no_member: "fix",
  exists: "fix",
  locked: "give_up",
  pass_needed: "give_up",
  wrong_pass: "give_up",
  kicked: "give_up",
  banned: "give_up",
  gone: "give_up",
  too_many_emoji: "fix",
  too_many_changes: "fix",
  bad_type: "fix",
  too_fast: "wait",
  full: "wait",
  crowded: "wait",
  slow: "reconnect",
  gone_quiet: "reconnect",
  abuse: "give_up",
  version: "reload",
  unknown_subprotocol: "give_up",
  foreign: "give_up",
  not_found: "give_up",
  bad_method: "give_up",
  internal: "fix",
} as const satisfies Record<string, Remedy>;

export type Code = keyof typeof remedies;

export const codes: readonly Code[] = Object.keys(remedies).filter(isCode);

/** What a client does about it. */
export function remedyOf(code: Code): Remedy {
  return remedies[code];
}

/** Whether the string is one of our codes. */
export function isCode(text: unknown): text is Code {
  return typeof text === "string" && Object.hasOwn(remedies, text);
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
