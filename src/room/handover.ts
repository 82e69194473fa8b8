// An owner becomes the owner on another device: who may make the secret for it, and what comes of it there.
import { nanoid } from "nanoid";
import { ID_LENGTH } from "../protocol/id.ts";
import type { Op } from "../protocol/op.ts";
import type { Person } from "../protocol/person.ts";
import type { Refusal } from "../protocol/refusal.ts";
import type { Core } from "./core.ts";
import { shutsOut } from "./door.ts";
import type { Source } from "./meters.ts";
import { MOVE_MS } from "./moves.ts";

/** A secret for an owner, good until then (ms since 1970); or why there is none for them. */
export function makeMove(core: Core, source: Source, now: number): { secret: string; until: number } | Refusal {
  const code = shutsOut(core, source, now);
  if (code !== undefined) return { code };
  if (core.members.roleOf(source.member) !== "owner") return { code: "not_allowed" };
  const retryAfter = core.meters.take("renames", source, now);
  if (retryAfter > 0) return { code: "too_fast", retryAfter };
  return { secret: core.moves.make(source.member, now), until: now + MOVE_MS };
}

/** Takes a secret: whoever made it hands the room over to whoever has it, by this op; or why not. */
export function takeMove(
  core: Core,
  who: Person,
  address: string,
  secret: string,
  now: number,
): { from: Person; op: Op } | Refusal {
  const { meters, moves, members, bans, tomb } = core;
  if (tomb.stands(now)) return { code: "gone" };
  // The secret opens a room that is locked, but lets nobody back who was shown out of it. Their house is not they.
  if (bans.holds({ member: who.member, address: "" }, now)) return { code: "banned" };
  const retryAfter = meters.take("posts", { member: who.member, address }, now);
  if (retryAfter > 0) return { code: "too_fast", retryAfter };
  const from = members.find(moves.take(secret, now) ?? "");
  if (from === undefined) return { code: "not_allowed" };
  // Whoever made it may have been banned since.
  const code = shutsOut(core, { member: from.member, address: "" }, now);
  if (code !== undefined) return { code };
  // Who has only just come is nobody in the log.
  members.note(who);
  return { from, op: { id: nanoid(ID_LENGTH), kind: "role", who: who.member, role: "owner" } };
}
