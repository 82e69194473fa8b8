// What a room knows of one person, for that person.
import type { LogEvent } from "../protocol/event.ts";
import type { Role } from "../protocol/role.ts";
import type { Core } from "./core.ts";

export interface Mine {
  room: string;
  member: string;
  /** What they are called here, and what they are; nothing where they have never done anything that was recorded. */
  name?: string;
  role?: Role;
  /** Until when they may not write, in ms since 1970. */
  mutedUntil?: number;
  /** What they did here, and what was done about them, as the log has it. */
  events: LogEvent[];
}

/** All of it. Reads the whole log, for there is no index by author. */
export function mineOf({ name: room, members, log }: Core, member: string): Mine {
  const me = members.at(member);
  return {
    room,
    member,
    ...(me && { name: me.person.name, role: me.role }),
    ...(me && me.mutedUntil > 0 && { mutedUntil: me.mutedUntil }),
    events: log.of(member),
  };
}
