// Who is let in: not who is banned, no newcomer where the room is locked, and nobody more where it is full.
import type { Code } from "../protocol/refusal.ts";
import { type Core, isFull } from "./core.ts";

/** Why a member may not so much as read here at this time (ms since 1970), or nothing. */
export function shutsOut(
  { bans, members, settings }: Pick<Core, "bans" | "members" | "settings">,
  member: string,
  now: number,
): Code | undefined {
  if (bans.holds(member, now)) return "banned";
  const stranger = (members.at(member)?.role ?? "guest") === "guest";
  return settings.rules.locked && stranger ? "locked" : undefined;
}

/** Why they may not open a socket, or nothing. */
export function keepsOut(core: Core, member: string, now: number): Code | undefined {
  return shutsOut(core, member, now) ?? (isFull(core) ? "full" : undefined);
}
