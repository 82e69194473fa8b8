// Who is banned and why, for those who keep the room in order.
import type { Person } from "../protocol/person.ts";
import type { Refusal } from "../protocol/refusal.ts";
import { type Core, people } from "./core.ts";
import { shutsKeeper } from "./door.ts";
import type { Source } from "./meters.ts";

export interface Banned {
  who: Person;
  /** Until when, in ms since 1970; `null` is for ever. */
  until: number | null;
  /** Newcomers from where they were are banned too. */
  address: boolean;
  /** Who banned them, when and why; nothing where an older build did not keep it. */
  by?: Person;
  at?: number;
  reason?: string;
}

/** The list, for a member who may see it. */
export function listBanned(core: Core, source: Source, now: number): Banned[] | Refusal {
  const no = shutsKeeper(core, source, now);
  if (no !== undefined) return no;
  return core.bans.list(now).flatMap(({ member: banned, until, address, by: banner, at, reason }) => {
    const [who] = people(core, [banned]);
    if (who === undefined) return [];
    const [by] = people(core, [banner]);
    return {
      ...{ who, until, address: address !== "" },
      ...(by && { by }),
      ...(at > 0 && { at }),
      ...(reason !== "" && { reason }),
    };
  });
}
