// Every way in which Parlor says no: one code, and from it the HTTP status, the close code and what the client does.

/**
 * What a client does about a refusal.
 * `fix`: the text stays with its writer, who changes it. `wait`: resend after `retryAfter` seconds.
 * `reconnect`: open a new connection and resume. `reload`: fetch a newer client. `give_up`: don't try again by yourself.
 */
export type Remedy = "fix" | "wait" | "reconnect" | "reload" | "give_up";

interface Meaning {
  /** HTTP status where the refusal answers a request. */
  status: 400 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 426 | 429 | 500;
  /** WebSocket close code, where the refusal ends the connection. */
  close: number;
  remedy: Remedy;
  /** One plain sentence for people who read answers in a terminal. */
  message: string;
}

const meanings = {
  not_json: { status: 400, close: 4400, remedy: "fix", message: "That is not JSON." },
  bad_frame: { status: 400, close: 4400, remedy: "fix", message: "That is not a frame of this protocol." },
  bad_op: { status: 400, close: 4400, remedy: "fix", message: "That op is not of the form its kind asks for." },
  unknown_kind: { status: 400, close: 4400, remedy: "fix", message: "This room does not know that kind of op." },
  bad_text: { status: 400, close: 4400, remedy: "fix", message: "The text is not well-formed Unicode." },
  empty: { status: 400, close: 4400, remedy: "fix", message: "There is nothing to read in that." },
  too_long: { status: 413, close: 4413, remedy: "fix", message: "That is longer than a message may be." },
  too_deep: { status: 400, close: 4400, remedy: "fix", message: "That is nested too deeply." },
  binary: { status: 415, close: 4415, remedy: "fix", message: "A room takes text, not binary frames." },
  bad_name: { status: 400, close: 4400, remedy: "fix", message: "A name has 1 to 32 characters that can be seen." },
  bad_room: {
    status: 400,
    close: 4404,
    remedy: "give_up",
    message: "A room name has up to 64 letters, digits, - and _, of any script.",
  },
  bad_cursor: { status: 400, close: 4400, remedy: "fix", message: "A cursor is a seq, or epoch.seq." },
  bad_command: {
    status: 400,
    close: 4400,
    remedy: "fix",
    message: "Unknown command: /help lists them, // starts a line with a slash.",
  },
  hello_first: { status: 400, close: 4400, remedy: "reconnect", message: "Say hello before anything else." },
  id_reused: { status: 409, close: 4409, remedy: "fix", message: "That id already stands for something else." },
  no_message: { status: 404, close: 4404, remedy: "fix", message: "There is no such message." },
  deleted: { status: 410, close: 4410, remedy: "fix", message: "That message was deleted." },
  not_yours: { status: 403, close: 4403, remedy: "fix", message: "Only its author can do that." },
  too_many_emoji: { status: 409, close: 4409, remedy: "fix", message: "That message has all the emoji it can carry." },
  too_fast: { status: 429, close: 4429, remedy: "wait", message: "That is faster than this room goes." },
  slow: { status: 429, close: 4408, remedy: "reconnect", message: "The connection fell too far behind." },
  gone_quiet: {
    status: 410,
    close: 4408,
    remedy: "reconnect",
    message: "The connection was not heard of for too long.",
  },
  abuse: { status: 429, close: 4420, remedy: "give_up", message: "Too many frames that this room can't read." },
  version: { status: 426, close: 4426, remedy: "reload", message: "This room speaks parlor.v1." },
  unknown_subprotocol: {
    status: 400,
    close: 4400,
    remedy: "give_up",
    message: "A room speaks parlor.v1 and chat; offer one of them, or nothing.",
  },
  foreign: { status: 403, close: 4403, remedy: "give_up", message: "Pages of other sites are not let in here." },
  not_found: { status: 404, close: 4404, remedy: "give_up", message: "There is nothing at this address." },
  bad_method: { status: 405, close: 4405, remedy: "give_up", message: "That method means nothing here." },
  internal: { status: 500, close: 4500, remedy: "fix", message: "Something broke here; nothing was stored." },
} as const satisfies Record<string, Meaning>;

export type Code = keyof typeof meanings;

export const codes = Object.keys(meanings) as readonly Code[];

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

/** An error answer's body over HTTP. */
export function errorBody(code: Code): { error: { code: Code; message: string } } {
  return { error: { code, message: meaning(code).message } };
}
