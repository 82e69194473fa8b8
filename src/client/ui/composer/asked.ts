// What is being completed where the caret stands: a name after @, an emoji after a colon, a command after a slash.
import { openFence } from "./fence.ts";

export interface Asked {
  kind: "person" | "emoji" | "command";
  /** Where it begins, its sign included, in UTF-16 units. It goes on to the caret. */
  from: number;
  /** What was written behind the sign. */
  query: string;
}

// A name has spaces of its own. Not within a word, as in an address of mail.
const PERSON = /(?<![\w.-])@([^\n@]{0,32})$/u;
// At least two letters, and not behind a word or a number, as in 10:30; one Chinese character is enough, at a word's start.
const EMOJI = /(?<![\w:]):([+-]1|[a-z][\w+-]+)$|(?<=^|\s):(\p{Script=Han}{1,8})$/iu;
const COMMAND = /^\/([a-z]*)$/i;

/** What the text before the caret asks for. */
export function askedBy(before: string): Asked | undefined {
  const asked = askedIn(before.slice(-80), before.length > 80 ? before.length - 80 : 0);
  return asked === undefined || openFence(before) !== undefined ? undefined : asked;
}

function askedIn(before: string, offset: number): Asked | undefined {
  const command = offset === 0 ? COMMAND.exec(before) : null;
  if (command !== null) return { kind: "command", from: 0, query: command[1] ?? "" };
  const emoji = EMOJI.exec(before);
  if (emoji !== null) return { kind: "emoji", from: offset + emoji.index, query: emoji[1] ?? emoji[2] ?? "" };
  const person = PERSON.exec(before);
  if (person !== null) return { kind: "person", from: offset + person.index, query: person[1] ?? "" };
  return undefined;
}
