// Why the room said no, and what can be done about it: one sentence for each code, in English.

import { TEXT_UNITS, TOPIC_GRAPHEMES } from "../../../protocol/limits.ts";
import type { Code } from "../../../protocol/refusal.ts";
import { badRoom } from "../bad-room.ts";
import { en as main } from "../en.ts";
import { numbersIn } from "../formats.ts";

const count = numbersIn("en");

export const en: Record<Code, string> = {
  not_json: "The room couldn't read that.",
  bad_frame: "The room couldn't read that.",
  bad_op: "The room couldn't read that.",
  unknown_kind: "This room doesn't know how to do that yet.",
  bad_text: "There's a broken character in that text.",
  empty: "There's nothing to read in that.",
  too_long: `That's too long. A message has at most ${count(TEXT_UNITS)} characters, a topic ${TOPIC_GRAPHEMES}.`,
  too_deep: "The room couldn't read that.",
  binary: "A room takes text only.",
  bad_name: main.badName,
  bad_address: "Nothing can be sent to that address. It has to be a public one that begins with https://.",
  bad_room: badRoom.en,
  bad_cursor: "The room lost its place. Reload to go on.",
  bad_query: "The room could not read that question.",
  bad_command: "The room doesn't know that command.",
  hello_first: "The connection started wrong. It is being made again.",
  id_reused: "The room took that for something else. Try again.",
  no_message: "That message isn't there any more.",
  deleted: "That message was deleted.",
  not_yours: "Only its author can do that.",
  not_allowed: "In this room that isn't for you to do.",
  muted: "You can't write in this room for now.",
  no_member: "The room knows nobody by that.",
  exists: "This room is there already.",
  too_many_programs: "This room has all the bots and webhooks that it can have. Remove one first.",
  locked: "This room is closed to newcomers. Somebody who is in can open it.",
  pass_needed: "This room asks for a passcode.",
  wrong_pass: "That isn't the passcode.",
  kicked: "You were shown out of this room.",
  banned: "You may not come into this room.",
  bad_token: "That token isn't good any more.",
  gone: "This room was deleted, with all that was said in it.",
  too_many_emoji: "That message has all the emoji it can carry.",
  too_many_changes: "That message has been changed too often to be changed again.",
  bad_type: "The room couldn't read that.",
  too_fast: "That was too fast. It goes out in a moment.",
  full: "This room is full. We'll knock again in a moment.",
  crowded: "There are too many connections from where you are. We'll knock again in a moment.",
  slow: "The connection fell too far behind. It is being made again.",
  gone_quiet: "The connection went quiet. It is being made again.",
  abuse: "The room closed the connection: too much came, too fast or not to be read.",
  version: "This page is older than the room. Reload to go on.",
  unknown_subprotocol: "This page and the room don't speak the same language. Reload to go on.",
  foreign: "This room doesn't let in pages of other sites.",
  not_found: "There's nothing at this address.",
  bad_method: "The room couldn't do that.",
  no_session: "The connection was lost; making another.",
  late: "That took too long to arrive. Try again.",
  internal: "Something broke in the room. Try again.",
};
