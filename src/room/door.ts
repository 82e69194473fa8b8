// Who is let in: not who is banned or has just flooded, no newcomer where the room is locked, nobody
// without its passcode, and not too many.
import { programOf } from "../protocol/bot.ts";
import { OPERATOR } from "../protocol/operator.ts";
import type { Pass } from "../protocol/pass.ts";
import type { Code, Refusal } from "../protocol/refusal.ts";
import { isAtLeast } from "../protocol/role.ts";
import { FULL_WAIT_S } from "./abuse.ts";
import { type Core, countedAt, isFull } from "./core.ts";
import type { Comer } from "./entrance.ts";
import type { Source } from "./meters.ts";
import type { Session } from "./session.ts";

/** Why somebody may neither read nor write here at this time (ms since 1970), or nothing. */
export function shutsOut(
  core: Pick<Core, "bans" | "members" | "passes" | "programs" | "settings" | "tomb">,
  { member, address, passed }: Source,
  now: number,
): Code | undefined {
  if (core.tomb.stands(now)) return "gone";
  if (member === OPERATOR.member) return undefined;
  if (programOf(member) !== undefined) return shutsProgram(core, member, now);
  const role = core.members.roleOf(member);
  const stranger = role === "guest";
  // Who is a member already is not banned for living in the same house.
  if (core.bans.holds({ member, address: stranger ? address : "" }, now)) return "banned";
  if (core.settings.rules.locked && stranger) return "locked";
  const must = core.passes.asked && !passed && !isAtLeast(role, "moderator") && !core.passes.knows(member);
  return must ? "pass_needed" : undefined;
}

/** A program has its token, and is a member: no lock and no passcode is for it, and no ban of an address. */
function shutsProgram({ bans, programs }: Pick<Core, "bans" | "programs">, member: string, now: number) {
  if (programs.scopeOf(member) === undefined) return "bad_token";
  return bans.holds({ member, address: "" }, now) ? "banned" : undefined;
}

/** Whether somebody hears nothing of what is said: a program that only writes. */
function isDeaf({ programs }: Core, member: string): boolean {
  return programs.scopeOf(member) === "write";
}

/** Why the passcode that they say, or fail to say, does not let them in, or nothing. Who has said it once need not say it again. */
export function takesPass(core: Core, source: Source, now: number, pass?: Pass): Refusal | undefined {
  if (shutsOut(core, source, now) !== "pass_needed") return undefined;
  const no = tries(core, source, now, pass);
  if (no === undefined) core.passes.admit(source.member);
  return no;
}

/** Who came with the passcode is remembered when they write. Who only reads writes no row. */
export function remembersPass({ passes }: Core, session: Session): void {
  if (!session.memory.passed) return;
  passes.admit(session.member);
  session.remember({ passed: false });
}

function tries({ passes }: Core, source: Source, now: number, pass: Pass | undefined): Refusal | undefined {
  return pass === undefined ? { code: "pass_needed" } : passes.guess(source, pass, now);
}

/** Why somebody may not read over HTTP, or nothing. */
export function shutsReader(core: Core, source: Source, now: number, pass?: Pass): Refusal | undefined {
  const code = shutsOut(core, source, now);
  if (code !== undefined && code !== "pass_needed") return { code };
  if (isDeaf(core, source.member)) return { code: "not_allowed" };
  if (core.meters.shuns(source.member, now)) return { code: "abuse" };
  // The meter comes first: to look at a passcode costs more than to read.
  const fast = tooFast(core, "asks", source, now);
  return fast ?? (code === undefined ? undefined : tries(core, source, now, pass));
}

/** Why they may not open a socket, or nothing. The passcode may be said later, over the socket; a wrong one ends it here. */
export function keepsOut(core: Core, source: Source, now: number, pass?: Pass): Refusal | undefined {
  const no = keepsSocketOut(core, source, now);
  if (no !== undefined || pass === undefined) return no;
  return shutsOut(core, source, now) === "pass_needed" ? tries(core, source, now, pass) : undefined;
}

/**
 * Whether somebody comes to a room that is not there yet, as the first from where they are, and was not counted as one who
 * makes it. Who is there already was: what they make it with is an op like any other.
 */
export function wouldMake(core: Core, { address, makes }: Pick<Comer, "address" | "makes">, now: number): boolean {
  const first = !makes && core.log.head === 0 && !core.tomb.stands(now);
  return first && address !== "" && !core.addresses.has(address);
}

function keepsSocketOut(core: Core, source: Source, now: number): Refusal | undefined {
  const code = shutsOut(core, source, now);
  if (code !== undefined && code !== "pass_needed") return { code };
  // The operator is nobody in the roster.
  if (source.member === OPERATOR.member || isDeaf(core, source.member)) return { code: "not_allowed" };
  if (core.meters.shuns(source.member, now)) {
    // Who knocks on and on is kept out on and on.
    core.meters.shun(source.member, now);
    return { code: "abuse" };
  }
  // Where somebody who floods comes again as somebody new, and again, they wait together with whoever else is new from there.
  const retryAfter = core.meters.delays(source.address, now);
  if (retryAfter > 0 && core.members.roleOf(source.member) === "guest") return { code: "crowded", retryAfter };
  if (isFull(core)) return { code: "full", retryAfter: FULL_WAIT_S };
  const crowded = core.rates && (core.addresses.get(countedAt(source)) ?? 0) >= core.placesOfAddress;
  return crowded ? { code: "crowded", retryAfter: FULL_WAIT_S } : tooFast(core, "joins", source, now);
}

/** Why somebody may not see what those see who keep the room in order, or nothing. */
export function shutsKeeper(core: Core, source: Source, now: number): Refusal | undefined {
  const code = shutsOut(core, source, now);
  if (code !== undefined) return { code };
  const keeps = source.member === OPERATOR.member || isAtLeast(core.members.roleOf(source.member), "moderator");
  return keeps ? tooFast(core, "asks", source, now) : { code: "not_allowed" };
}

function tooFast(core: Core, what: "asks" | "joins", source: Source, now: number): Refusal | undefined {
  const retryAfter = core.meters.take(what, source, now);
  return retryAfter === 0 ? undefined : { code: "too_fast", retryAfter };
}

/** Why somebody may not delete the room, or nothing. An owner whom the operator has banned is shut out of this too. */
export function keepsFromEnding(core: Core, source: Source, now: number): Refusal | undefined {
  const code = shutsOut(core, source, now);
  if (code !== undefined) return { code };
  const owns = source.member === OPERATOR.member || core.members.roleOf(source.member) === "owner";
  return owns ? undefined : { code: "not_allowed" };
}
