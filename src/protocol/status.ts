// The codes of refusal.ts as HTTP and as WebSocket have them. Only who answers needs these.
import type { Code } from "./refusal.ts";

interface Meaning {
  /** HTTP status where the refusal answers a request. */
  status: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 410 | 413 | 415 | 426 | 429 | 500 | 503;
  /** WebSocket close code, where the refusal ends the connection. */
  close: number;
}

const meanings: Record<Code, Meaning> = {
  not_json: { status: 400, close: 4400 },
  bad_frame: { status: 400, close: 4400 },
  bad_op: { status: 400, close: 4400 },
  unknown_kind: { status: 400, close: 4400 },
  bad_text: { status: 400, close: 4400 },
  empty: { status: 400, close: 4400 },
  too_long: { status: 413, close: 4413 },
  too_deep: { status: 400, close: 4400 },
  binary: { status: 415, close: 4415 },
  bad_name: { status: 400, close: 4400 },
  bad_address: { status: 400, close: 4400 },
  bad_room: { status: 400, close: 4404 },
  bad_cursor: { status: 400, close: 4400 },
  bad_query: { status: 400, close: 4400 },
  bad_command: { status: 400, close: 4400 },
  hello_first: { status: 400, close: 4400 },
  id_reused: { status: 409, close: 4409 },
  no_message: { status: 404, close: 4404 },
  deleted: { status: 410, close: 4410 },
  not_yours: { status: 403, close: 4403 },
  not_allowed: { status: 403, close: 4403 },
  muted: { status: 403, close: 4403 },
  no_member: { status: 404, close: 4404 },
  exists: { status: 409, close: 4409 },
  too_many_programs: { status: 409, close: 4409 },
  locked: { status: 403, close: 4403 },
  pass_needed: { status: 401, close: 4401 },
  wrong_pass: { status: 401, close: 4401 },
  kicked: { status: 403, close: 4403 },
  banned: { status: 403, close: 4403 },
  bad_token: { status: 401, close: 4401 },
  gone: { status: 410, close: 4410 },
  too_many_emoji: { status: 409, close: 4409 },
  too_many_changes: { status: 409, close: 4409 },
  bad_type: { status: 415, close: 4415 },
  too_fast: { status: 429, close: 4429 },
  full: { status: 503, close: 4503 },
  crowded: { status: 429, close: 4429 },
  slow: { status: 429, close: 4408 },
  gone_quiet: { status: 410, close: 4408 },
  abuse: { status: 429, close: 4420 },
  version: { status: 426, close: 4426 },
  unknown_subprotocol: { status: 400, close: 4400 },
  foreign: { status: 403, close: 4403 },
  not_found: { status: 404, close: 4404 },
  bad_method: { status: 405, close: 4405 },
  no_session: { status: 410, close: 4410 },
  late: { status: 408, close: 4408 },
  internal: { status: 500, close: 4500 },
};

/** What the code means on the wire. */
export function meaning(code: Code): Meaning {
  return meanings[code];
}
