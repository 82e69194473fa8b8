// Who may do what: the one table, and the one function that reads it. Pure, and tested whole.
import type { Kind, Op } from "../protocol/op.ts";
import type { Code } from "../protocol/refusal.ts";
import { isAtLeast, outranks, type Role } from "../protocol/role.ts";
import type { Rules } from "../protocol/rules.ts";

/** Where the op is asked for. */
export interface Scene {
  /** The room exists, and it has an owner. */
  made: boolean;
  owned: boolean;
  write: Rules["write"];
  /** Who asks. The operator of the deployment may do whatever keeps a room in order, and says nothing. */
  role: Role | "operator";
  /** They must be silent for now. */
  muted: boolean;
  /** The target is their own message, or `who` are they themselves. */
  own: boolean;
  /** The role of the target's author, or of `who`. */
  over: Role;
  /** `who` is an outgoing webhook. */
  out: boolean;
}

/** Who may write, by the room's rule. */
const WRITERS: Record<Rules["write"], Role> = { everyone: "guest", members: "member", moderators: "moderator" };
/** The least role for changing each rule. The others keep to what is said; these say who is in. */
const RULERS: Record<keyof Rules, Role> = {
  title: "moderator",
  slow: "moderator",
  locked: "moderator",
  write: "owner",
  keep: "owner",
  listed: "owner",
  pass: "owner",
};

const OPERATES: ReadonlySet<Kind> = new Set<Kind>([
  "role",
  "rules",
  "delete",
  "topic",
  "mute",
  "kick",
  "ban",
  "bot",
  "hook",
  "pause",
  "revoke",
]);

/** What only those do who may write. A name, what one erases and that one leaves are everybody's own. */
const WRITES: ReadonlySet<Kind> = new Set<Kind>(["create", "send", "edit", "react", "topic"]);

/** Whether who does this is a member by it. */
export function joins(kind: Kind): boolean {
  return WRITES.has(kind);
}

/** Why the op may not be done there, or nothing where it may. */
export function denies(op: Op, scene: Scene): Code | undefined {
  const { role, own, over } = scene;
  if (role === "operator") return unless(OPERATES.has(op.kind));
  switch (op.kind) {
    case "create":
      return scene.made ? "exists" : undefined;
    case "send":
    case "react":
      return silences(scene, role);
    case "edit":
      return own ? silences(scene, role) : "not_yours";
    case "delete":
      // What one has said one can take back, whatever holds by then.
      if (own) return undefined;
      return isAtLeast(role, "moderator") ? unless(outranks(role, over)) : "not_yours";
    case "erase":
      return unless(scene.made);
    case "leave":
      // Who is no member has nothing to leave. And an owner hands the room over first, or deletes it.
      return unless(scene.made && isAtLeast(role, "member") && role !== "owner");
    case "rename":
      return scene.muted ? "muted" : undefined;
    case "topic":
      return silences(scene, role) ?? unless(!scene.owned || isAtLeast(role, "moderator"));
    case "rules":
      return unless(Object.entries(RULERS).every(([rule, least]) => !(rule in op.rules) || isAtLeast(role, least)));
    case "role":
      // Nobody changes their own, nor that of who stands as high, nor gives what they don't have.
      if (own || !outranks(role, over)) return "not_allowed";
      return unless(role === "owner" || (role === "moderator" && outranks(role, op.role)));
    case "mute":
    case "kick":
    case "ban":
      return unless(isAtLeast(role, "moderator") && outranks(role, over) && !own);
    case "bot":
      return unless(isAtLeast(role, "moderator"));
    case "hook":
      // Who hears of all that is said, wherever it goes, is for the owner to say.
      return unless(isAtLeast(role, op.to === undefined ? "moderator" : "owner"));
    case "pause":
      // Itself it pauses where nobody takes what it brings.
      return unless(role === "owner" || (own && op.on));
    case "revoke":
      return unless(isAtLeast(role, scene.out ? "owner" : "moderator") && outranks(role, over));
  }
}

/** Why somebody of this role may write nothing, or nothing. */
export function silences({ muted, write }: Pick<Scene, "muted" | "write">, role: Role): Code | undefined {
  return unless(isAtLeast(role, WRITERS[write])) ?? (muted ? "muted" : undefined);
}

function unless(may: boolean): Code | undefined {
  return may ? undefined : "not_allowed";
}
