// What each refusal says to people who read answers in a terminal. The screen has sentences of its own, in its languages.
import { type Code, isCode } from "./refusal.ts";

/** One plain sentence for a code. */
export const sentences: Record<Code, string> = {
  not_json: "That is not JSON.",
  bad_frame: "That is not a frame of this protocol.",
  bad_op: "That op is not of the form its kind asks for.",
  unknown_kind: "This room does not know that kind of op.",
  bad_text: "The text is not well-formed Unicode.",
  empty: "There is nothing to read in that.",
  too_long: "That is longer than it may be.",
  too_deep: "That is nested too deeply.",
  binary: "A room takes text, not binary frames.",
  bad_name: "A name has 1 to 32 characters that can be seen.",
  bad_address: "Nothing can be sent to that address.",
  bad_room: "A room name has up to 64 letters, digits, - and _, of any script.",
  bad_cursor: "A cursor is a seq, or epoch.seq.",
  bad_query: "?since or ?before, ?limit up to 200, and ?wait up to 25 with ?since.",
  bad_command: "Unknown command: /help lists them, // starts a line with a slash.",
  hello_first: "Say hello before anything else.",
  id_reused: "That id already stands for something else.",
  no_message: "There is no such message.",
  deleted: "That message was deleted.",
  not_yours: "Only its author can do that.",
  not_allowed: "In this room that is not for you to do.",
  muted: "You can't write here for now.",
  no_member: "Nobody here is known by that.",
  exists: "This room is there already.",
  too_many_programs: "This room has all the bots and webhooks that it can have.",
  locked: "This room is closed to newcomers.",
  pass_needed: "This room asks for its passcode.",
  wrong_pass: "That is not the passcode, or it was guessed too often.",
  kicked: "You were shown out of this room.",
  banned: "You may not come into this room.",
  bad_token: "That token is good for nothing here, or no more.",
  gone: "This room was deleted.",
  too_many_emoji: "That message has all the emoji it can carry.",
  too_many_changes: "That message has been changed too often to be changed again.",
  bad_type: "A message is posted as text, as JSON or as a form.",
  too_fast: "That is faster than this room goes.",
  full: "This room is full. There may be a place in a moment.",
  crowded: "There are too many connections from your address.",
  slow: "The connection fell too far behind.",
  gone_quiet: "The connection was not heard of for too long.",
  abuse: "Too much came that this room can't read, or too fast.",
  version: "This room speaks parlor.v1.",
  unknown_subprotocol: "A room speaks parlor.v1 and chat; offer one of them, or nothing.",
  foreign: "Pages of other sites are not let in here.",
  not_found: "There is nothing at this address.",
  bad_method: "That method means nothing here.",
  no_session: "There is no session of this id; open another.",
  late: "What you send must arrive within ten seconds.",
  internal: "Something broke here. Try again.",
};

/** The sentence for a code, also for one that only a newer room knows. */
export function sentenceOf(code: string): string {
  return sentences[isCode(code) ? code : "internal"];
}

/** An error answer's body over HTTP. */
export function errorBody(code: Code): { error: { code: Code; message: string } } {
  return { error: { code, message: sentences[code] } };
}
