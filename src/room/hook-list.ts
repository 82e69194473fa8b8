// The outgoing webhooks of a room and their last deliveries, for those who keep it in order.
import type { Tell } from "../protocol/hook.ts";
import { OPERATOR } from "../protocol/operator.ts";
import type { Person } from "../protocol/person.ts";
import type { Refusal } from "../protocol/refusal.ts";
import { type Core, people } from "./core.ts";
import { dueOf } from "./deliver.ts";
import { shutsKeeper } from "./door.ts";
import type { Delivery } from "./hooks.ts";
import type { Source } from "./meters.ts";

export interface HookListed {
  who: Person;
  /** Where it posts. Only for the owner and the operator: it may hold a secret. */
  url?: string;
  tells: readonly Tell[];
  paused: boolean;
  /** When it is tried again, and since when nobody took what it brings, in ms since 1970, where that is so. */
  due?: number;
  since?: number;
  /** The latest, oldest first. */
  last: readonly Delivery[];
}

/** The list, the oldest first, for a member who may see it. */
export function listHooks(core: Core, source: Source, now: number): HookListed[] | Refusal {
  const no = shutsKeeper(core, source, now);
  if (no !== undefined) return no;
  const owns = source.member === OPERATOR.member || core.members.roleOf(source.member) === "owner";
  return core.programs.list().flatMap(({ member }) => {
    const hook = core.hooks.at(member);
    const [who] = people(core, [member]);
    if (hook === undefined || who === undefined) return [];
    const { url, tells, paused, since, last } = hook;
    const due = dueOf(core, hook, now);
    const standing = { paused, ...(due !== undefined && since > 0 && { due }), ...(since > 0 && { since }) };
    return { who, ...(owns && { url }), tells, ...standing, last };
  });
}
