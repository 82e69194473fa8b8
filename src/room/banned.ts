// Who is banned and why, for those who keep the room in order.
import { OPERATOR, type Person } from "../protocol/person.ts";
import type { Refusal } from "../protocol/refusal.ts";
import { isAtLeast } from "../protocol/role.ts";
import { type Core, people } from "./core.ts";
import type { Source } from "./meters.ts";

export interface Banned {
  who: Person;
  /** Until when, in ms since 1970; `null` is for ever. */
  until: number | null;
  /** Newcomers from where they were are banned too. */
  address: boolean;
  /** Who banned them, when and why; nothing where the room does not keep it that long. */
  by?: Person;
  at?: number;
  reason?: string;
}

/** The list, for a member who may see it. */
export function listBanned(core: Core, { member, address }: Source, now: number): Banned[] | Refusal {
  const may = member === OPERATOR.member || isAtLeast(core.members.roleOf(member), "moderator");
  if (!may) return { code: "not_allowed" };
  const retryAfter = core.meters.take("asks", { member, address }, now);
  if (retryAfter > 0) return { code: "too_fast", retryAfter };
  return core.bans.list(now).flatMap(({ member: banned, until, address: from, seq }) => {
    const [who] = people(core, [banned]);
    if (who === undefined) return [];
    const event = core.log.at(seq);
    const why = event?.kind === "ban" ? event : undefined;
    const [by] = people(core, why === undefined ? [] : [why.by]);
    return {
      ...{ who, until, address: from !== "" },
      ...(by && { by }),
      ...(why && { at: why.at }),
      ...(why?.reason && { reason: why.reason }),
    };
  });
}
