// What the picker shows: the emoji of one group, or those that fit what is searched for.
import { type Emoji, findEmoji } from "./search.ts";

/** Emoji under one heading. */
export interface Section {
  key: string;
  /** Where it is not the only one. */
  heading?: string;
  emoji: readonly Emoji[];
}

export interface Wish {
  query: string;
  group: number;
  /** Those chosen last, shown over the first group. */
  recent: readonly string[];
}

const MOST_FOUND = 120;

/** The sections for a wish; `say` are their headings. */
export function sectionsFor(
  all: readonly Emoji[],
  { query, group, recent }: Wish,
  say: { recent: string; groups: readonly string[] },
): Section[] {
  if (query.trim() !== "") return [{ key: "found", emoji: findEmoji(all, query, MOST_FOUND) }];
  const ofGroup = { key: `group ${group}`, emoji: all.filter((emoji) => emoji.group === group) };
  const again = group === 0 ? recent.flatMap((unicode) => all.find((emoji) => emoji.unicode === unicode) ?? []) : [];
  if (again.length === 0) return [ofGroup];
  return [
    { key: "recent", heading: say.recent, emoji: again },
    { ...ofGroup, heading: say.groups[0] ?? "" },
  ];
}
