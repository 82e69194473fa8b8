// What a room knows of one person, for that person.
import { programOf } from "../protocol/bot.ts";
import type { LogEvent } from "../protocol/event.ts";
import { OPERATOR } from "../protocol/operator.ts";
import type { Wanted } from "../protocol/push.ts";
import type { Refusal } from "../protocol/refusal.ts";
import type { Role } from "../protocol/role.ts";
import type { Core } from "./core.ts";
import { shutsOut } from "./door.ts";
import type { Source } from "./meters.ts";

export interface Mine {
  room: string;
  member: string;
  /** What they are called here, and what they are; nothing where they have never done anything that was recorded. */
  name?: string;
  role?: Role;
  /** Until when they may not write, in ms since 1970. */
  mutedUntil?: number;
  /** Browsers of theirs that are told what is said: by which push service, and of what. */
  pushes: { service: string; choice: Wanted }[];
  /** What they did here, and what was done about them, as the log has it. */
  events: LogEvent[];
}

/** All of it, or why not now. Reads the whole log, for there is no index by author. */
export function mineOf(core: Core, source: Source, now: number): Mine | Refusal {
  const { name: room, members, log, meters } = core;
  if (core.tomb.stands(now)) return { code: "gone" };
  if (programOf(source.member) !== undefined) {
    const code = shutsOut(core, source, now);
    if (code !== undefined) return { code };
  }
  const retryAfter = meters.take("searches", source, now);
  if (retryAfter > 0) return { code: "too_fast", retryAfter };
  const { member } = source;
  const me = members.at(member);
  // Whom nobody knows there is nothing to look for.
  const known = me !== undefined || member === OPERATOR.member;
  return {
    room,
    member,
    ...(me && { name: me.person.name, role: me.role }),
    ...(me && me.mutedUntil > 0 && { mutedUntil: me.mutedUntil }),
    pushes: pushesOf(core, member),
    events: known ? log.of(member) : [],
  };
}

function pushesOf({ pushes }: Core, member: string): Mine["pushes"] {
  const theirs = pushes.list().filter((each) => each.member === member);
  return theirs.map(({ endpoint, choice }) => ({ service: new URL(endpoint).origin, choice }));
}
