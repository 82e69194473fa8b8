// Ops by which people keep a room theirs: whose it is, what holds in it, who must be silent or go, and what of one stays.
import * as v from "valibot";
import { SCOPES } from "./bot.ts";
import { To } from "./hook.ts";
import { Id } from "./id.ts";
import { LONGEST_S } from "./limits.ts";
import { cleanName, isName } from "./name.ts";
import type { Code } from "./refusal.ts";
import { ROLES } from "./role.ts";
import { NewRules } from "./rules.ts";
import { cleanTopic, fitsTopic } from "./topic.ts";

/** A member id. */
const Who = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,64}$/));
/** One line, as long as a topic at most. */
const Reason = v.optional(v.pipe(v.string(), v.transform(cleanTopic), v.check(fitsTopic)));
/** The member id of a program: what it begins with says which. */
const Bot = v.pipe(v.string(), v.regex(/^bot-[a-z0-9]{20}$/));
const Hook = v.pipe(v.string(), v.regex(/^hook-[a-z0-9]{20}$/));
export const Name = v.pipe(v.string(), v.check(isName, "bad_name" satisfies Code), v.transform(cleanName));
const Seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST_S));

/** `who` is a member id. */
export const Moderation = v.variant("kind", [
  /** Makes the room, with its maker as its owner. Only where there is none yet. */
  v.object({ id: Id, kind: v.literal("create") }),
  /** `owner` hands the room over: who gave it away is a moderator from then on. `guest` takes a membership away. */
  v.object({ id: Id, kind: v.literal("role"), who: Who, role: v.picklist(ROLES) }),
  /** Changes these rules, and leaves the others as they are. */
  v.object({ id: Id, kind: v.literal("rules"), rules: NewRules }),
  /** They write nothing for so many seconds from now; 0 lets them again. */
  v.object({ id: Id, kind: v.literal("mute"), who: Who, seconds: Seconds }),
  /** Their sessions are closed. They may come again. */
  v.object({ id: Id, kind: v.literal("kick"), who: Who, reason: Reason }),
  /**
   * The same, and they may not come again for so many seconds: `null` is for ever, 0 lifts the ban. With `address`, nobody
   * may from where they are, or were last. The event is without it where nobody knows that.
   */
  v.object({
    id: Id,
    kind: v.literal("ban"),
    who: Who,
    seconds: v.nullable(Seconds),
    address: v.optional(v.literal(true)),
    reason: Reason,
  }),
  /** Makes a bot: whoever has the token that `who` was derived from is a member of this name. */
  v.object({ id: Id, kind: v.literal("bot"), who: Bot, name: Name, may: v.picklist(SCOPES) }),
  /** Makes a webhook: what is posted to its address is said under this name. With `to` the room posts there what happens. */
  v.object({ id: Id, kind: v.literal("hook"), who: Hook, name: Name, to: v.optional(To) }),
  /** An outgoing webhook is told nothing for now. It goes on from where it stood. */
  v.object({ id: Id, kind: v.literal("pause"), who: Hook, on: v.boolean() }),
  /** Takes a program's token or address away. What it said stays. */
  v.object({ id: Id, kind: v.literal("revoke"), who: v.union([Bot, Hook]) }),
  /** Takes the text of all that its author has said so far. */
  v.object({ id: Id, kind: v.literal("erase") }),
  /** Its author is no member any more, and their name is forgotten. */
  v.object({ id: Id, kind: v.literal("leave") }),
]);
export type Moderation = v.InferOutput<typeof Moderation>;
