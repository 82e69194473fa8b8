// What there is to choose from for what is being completed: how it looks in the list, and what it writes.
import type { Person } from "../../../protocol/person.ts";
import { emojiNow } from "../emoji/known.ts";
import { findEmoji } from "../emoji/search.ts";
import { slashCommands } from "../help/slash-commands.ts";
import { mentionOf } from "../message/mention-of.ts";
import type { View } from "../room/view.ts";
import type { Asked } from "./asked.ts";
import { peopleLike } from "./people-like.ts";

const MOST = 8;

export interface Option {
  key: string;
  /** What is written in its place. */
  text: string;
  sign: { person: Person } | { emoji: string } | { command: string };
  name: string;
  more: string;
}

/** The options, best first; reactive. */
export function optionsFor({ kind, query }: Asked, view: View): Option[] {
  switch (kind) {
    case "person":
      return people(query, view);
    case "emoji":
      return emoji(query);
    case "command":
      return commands(query);
  }
}

function people(query: string, view: View): Option[] {
  const known = { people: view.people.value, here: view.here.value, me: view.me.value };
  return peopleLike(query, known, MOST).map((person) => ({
    key: person.member,
    text: `${mentionOf(person, known.people.values())} `,
    sign: { person },
    name: person.name,
    more: `#${person.tag}`,
  }));
}

function emoji(query: string): Option[] {
  return findEmoji(emojiNow() ?? [], query, MOST).map(({ unicode, name, codes: [code] }) => ({
    key: unicode,
    text: unicode,
    sign: { emoji: unicode },
    name,
    more: code === undefined ? "" : `:${code}:`,
  }));
}

/** One that is written out is not offered any more: its Enter is to obey it. */
function commands(query: string): Option[] {
  const all = slashCommands();
  if (all.some(({ word }) => word === query)) return [];
  return all
    .filter(({ word }) => word.startsWith(query.toLowerCase()))
    .map(({ word, more, does }) => ({
      key: word,
      text: more === "" ? `/${word}` : `/${word} `,
      sign: { command: `/${word}` },
      name: more,
      more: does,
    }));
}
