// Who is let in: not who is banned or has just flooded, no newcomer where the room is locked, and not too many.
import { FULL_WAIT_S } from "../protocol/limits.ts";
import { OPERATOR } from "../protocol/person.ts";
import type { Code, Refusal } from "../protocol/refusal.ts";
import { type Core, isFull } from "./core.ts";
import type { Source } from "./meters.ts";

/** Why somebody may neither read nor write here at this time (ms since 1970), or nothing. */
export function shutsOut(
  core: Pick<Core, "bans" | "members" | "settings" | "tomb">,
  { member, address }: Source,
  now: number,
): Code | undefined {
  if (core.tomb.stands(now)) return "gone";
  if (member === OPERATOR.member) return undefined;
  const stranger = (core.members.at(member)?.role ?? "guest") === "guest";
  // Who is a member already is not banned for living in the same house.
  if (core.bans.holds({ member, address: stranger ? address : "" }, now)) return "banned";
  return core.settings.rules.locked && stranger ? "locked" : undefined;
}

/** Why somebody may not read over HTTP, or nothing. */
export function shutsReader(core: Core, source: Source, now: number): Refusal | undefined {
  const code = shutsOut(core, source, now);
  return code === undefined ? tooFast(core, "asks", source, now) : { code };
}

/** Why they may not open a socket, or nothing. */
export function keepsOut(core: Core, source: Source, now: number): Refusal | undefined {
  const code = shutsOut(core, source, now);
  if (code !== undefined) return { code };
  if (core.meters.shuns(source.member, now)) {
    // Who knocks on and on is kept out on and on.
    core.meters.shun(source.member, now);
    return { code: "abuse" };
  }
  if (isFull(core)) return { code: "full", retryAfter: FULL_WAIT_S };
  const crowded =
    core.limited && source.address !== "" && (core.addresses.get(source.address) ?? 0) >= core.placesOfAddress;
  return crowded ? { code: "crowded", retryAfter: FULL_WAIT_S } : tooFast(core, "joins", source, now);
}

function tooFast(core: Core, what: "asks" | "joins", source: Source, now: number): Refusal | undefined {
  const retryAfter = core.meters.take(what, source, now);
  return retryAfter === 0 ? undefined : { code: "too_fast", retryAfter };
}

/** Why a member may not delete the room, or nothing. */
export function mayEnd(core: Core, member: string, now: number): Code | undefined {
  if (core.tomb.stands(now)) return "gone";
  const owns = member === OPERATOR.member || core.members.at(member)?.role === "owner";
  return owns ? undefined : "not_allowed";
}
