// What stands beside a program's name: not a tag to tell it from others, but what it is.
import type { Program, Scope } from "../../../protocol/bot.ts";
import type { Person } from "../../../protocol/person.ts";
import { laterWords } from "../../i18n/later/index.ts";

// As protocol/bot.ts has them. From there they would be fetched with the first screen, which goes by the tags.
const programs: readonly Program[] = ["bot", "hook"];
/** What a bot may do. */
export const scopes: readonly Scope[] = ["both", "read", "write"];

/** Which kind of program this is, by its tag: no person's is like it. */
export function programIn({ tag }: Person): Program | undefined {
  return programs.find((program) => program === tag);
}

/** The word for it where it is a program, and the tag where it is a person. */
export function tagOf(person: Person): string {
  const program = programIn(person);
  return program === undefined ? person.tag : laterWords.value.roster.programs[program];
}
