// What a client does about a refusal, by its code. Every client needs this, and few need the rest of the table (refusal.ts).

/**
 * `fix`: the text stays with its writer, who changes it. `wait`: resend after `retryAfter` seconds.
 * `reconnect`: open a new connection and resume. `reload`: fetch a newer client. `give_up`: don't try again by yourself.
 */
export type Remedy = "fix" | "wait" | "reconnect" | "reload" | "give_up";

/** Those that are not for the writer to fix. */
export const remedies = {
  bad_room: "give_up",
  hello_first: "reconnect",
  locked: "give_up",
  pass_needed: "give_up",
  wrong_pass: "give_up",
  kicked: "give_up",
  banned: "give_up",
  bad_token: "give_up",
  gone: "give_up",
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
  no_session: "reconnect",
} as const satisfies Record<string, Remedy>;

const remedyByCode = new Map<string, Remedy>(Object.entries(remedies));

/** What a client does about it. A code that only a newer room knows is for the writer to look at. */
export function remedyOf(code: string): Remedy {
  return remedyByCode.get(code) ?? "fix";
}
