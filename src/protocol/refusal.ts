// Every way in which Parlor says no: one code, and from it the HTTP status, the close code and what the client does.

/**
 * What a client does about a refusal.
 * `fix`: the text stays with its writer, who changes it. `wait`: resend after `retryAfter` seconds.
 * `reconnect`: open a new connection and resume. `reload`: fetch a newer client. `give_up`: don't try again by yourself.
 */
export type Remedy = "fix" | "wait" | "reconnect" | "reload" | "give_up";

interface Meaning {
  /** HTTP status where the refusal answers a request. */
  status: 400 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 426 | 429 | 500 | 503;
  /** WebSocket close code, where the refusal ends the connection. */
  close: number;
  remedy: Remedy;
}

const meanings = {
  not_json: { status: 400, close: 4400, remedy: "fix" },
  bad_frame: { status: 400, close: 4400, remedy: "fix" },
  bad_op: { status: 400, close: 4400, remedy: "fix" },
  unknown_kind: { status: 400, close: 4400, remedy: "fix" },
  bad_text: { status: 400, close: 4400, remedy: "fix" },
  empty: { status: 400, close: 4400, remedy: "fix" },
  too_long: { status: 413, close: 4413, remedy: "fix" },
  too_deep: { status: 400, close: 4400, remedy: "fix" },
  binary: { status: 415, close: 4415, remedy: "fix" },
  bad_name: { status: 400, close: 4400, remedy: "fix" },
  bad_room: { status: 400, close: 4404, remedy: "give_up" },
  bad_cursor: { status: 400, close: 4400, remedy: "fix" },
  bad_command: { status: 400, close: 4400, remedy: "fix" },
  hello_first: { status: 400, close: 4400, remedy: "reconnect" },
  id_reused: { status: 409, close: 4409, remedy: "fix" },
  no_message: { status: 404, close: 4404, remedy: "fix" },
  deleted: { status: 410, close: 4410, remedy: "fix" },
  not_yours: { status: 403, close: 4403, remedy: "fix" },
  too_many_emoji: { status: 409, close: 4409, remedy: "fix" },
  too_many_changes: { status: 409, close: 4409, remedy: "fix" },
  bad_type: { status: 415, close: 4415, remedy: "fix" },
  too_fast: { status: 429, close: 4429, remedy: "wait" },
  full: { status: 503, close: 4503, remedy: "wait" },
  slow: { status: 429, close: 4408, remedy: "reconnect" },
  gone_quiet: { status: 410, close: 4408, remedy: "reconnect" },
  abuse: { status: 429, close: 4420, remedy: "give_up" },
  version: { status: 426, close: 4426, remedy: "reload" },
  unknown_subprotocol: { status: 400, close: 4400, remedy: "give_up" },
  foreign: { status: 403, close: 4403, remedy: "give_up" },
  not_found: { status: 404, close: 4404, remedy: "give_up" },
  bad_method: { status: 405, close: 4405, remedy: "give_up" },
  internal: { status: 500, close: 4500, remedy: "fix" },
} as const satisfies Record<string, Meaning>;

export type Code = keyof typeof meanings;

export const codes: readonly Code[] = Object.keys(meanings).filter(isCode);

/** What the code means. */
export function meaning(code: Code): Meaning {
  return meanings[code];
}

/** Whether the string is one of our codes. */
export function isCode(text: unknown): text is Code {
  return typeof text === "string" && Object.hasOwn(meanings, text);
}

/** A refusal as it travels. `id` names the op, `ref` the question, `retryAfter` is in seconds. */
export interface Refusal {
  code: Code;
  id?: string;
  ref?: number;
  retryAfter?: number;
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
