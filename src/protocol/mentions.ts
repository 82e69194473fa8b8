// Who is meant by an @ in a text: somebody whom this room knows, by their name, and by their tag where it is given.
import type { Person } from "./person.ts";

export interface Mention {
  /** Where it begins and how long it is, in UTF-16 units, the @ included. */
  at: number;
  length: number;
  /** All whom it can mean: a name without its tag may be several people's. */
  members: readonly string[];
}

/** Those of a text, in order. Of names that begin alike the longest is meant. */
export function mentionsIn(text: string, people: Iterable<Person>): Mention[] {
  // Most texts have none, and then nobody need be looked at.
  if (!text.includes("@")) return [];
  const named = [...people].sort((a, b) => b.name.length - a.name.length);
  const found: Mention[] = [];
  for (const { index } of text.matchAll(/(?<![\w.-])@/g)) {
    const mention = mentionAt(text, index, named);
    if (mention !== undefined) found.push(mention);
  }
  return found;
}

/** Whether a text means this member. */
export function mentionsMe(text: string, me: string, people: Iterable<Person>): boolean {
  return mentionsIn(text, people).some(({ members }) => members.includes(me));
}

function mentionAt(text: string, at: number, people: readonly Person[]): Mention | undefined {
  const first = people.find(({ name }) => saysAt(text, at + 1, name));
  if (first === undefined) return undefined;
  const { length } = first.name;
  const same = people.filter(({ name }) => name.length === length && saysAt(text, at + 1, name));
  const tagged = same.filter(({ tag }) => saysAt(text, at + 1 + length, `#${tag}`));
  const [one] = tagged;
  const meant = one === undefined ? same : tagged;
  const whole = 1 + length + (one === undefined ? 0 : one.tag.length + 1);
  return { at, length: whole, members: meant.map(({ member }) => member) };
}

/** Whether the word stands here, in any case, and does not go on as a longer one. Chinese has no ends of words to look at. */
function saysAt(text: string, at: number, word: string): boolean {
  const said = text.slice(at, at + word.length);
  if (said.toLowerCase() !== word.toLowerCase()) return false;
  return !(/[a-z0-9]$/i.test(word) && /^[a-z0-9]/i.test(text.slice(at + word.length)));
}
