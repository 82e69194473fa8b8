// The bots and webhooks of a room, for those who keep it in order.
import type { Program, Scope } from "../protocol/bot.ts";
import type { Person } from "../protocol/person.ts";
import type { Refusal } from "../protocol/refusal.ts";
import { type Core, people } from "./core.ts";
import { shutsKeeper } from "./door.ts";
import type { Source } from "./meters.ts";

export interface ProgramListed {
  who: Person;
  is: Program;
  may: Scope;
  /** The room posts to it: an outgoing webhook. */
  out?: true;
  /** Who made it, and when, in ms since 1970. */
  by?: Person;
  at: number;
}

/** The list, the oldest first, for a member who may see it. */
export function listPrograms(core: Core, source: Source, now: number): ProgramListed[] | Refusal {
  const no = shutsKeeper(core, source, now);
  if (no !== undefined) return no;
  return core.programs.list().flatMap(({ member, is, may, by: maker, at }) => {
    const [who] = people(core, [member]);
    const [by] = people(core, [maker]);
    const out = core.hooks.at(member) !== undefined;
    return who === undefined ? [] : { who, is, may, ...(out && { out }), ...(by && { by }), at };
  });
}
