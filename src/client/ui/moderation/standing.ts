// What somebody is in a room, and what holds there, as far as a screen knows.
import type { SomeRules } from "../../../protocol/event.ts";
import { isAtLeast, outranks, ROLES, type Role } from "../../../protocol/role.ts";
import type { NewRules } from "../../../protocol/rules.ts";
import type { View } from "../room/view.ts";

const WRITERS = { everyone: "guest", members: "member", moderators: "moderator" } as const;
export type Writers = keyof typeof WRITERS;

/** A role by its name; one that this build does not know is the other. */
function known(name: string | undefined, other: Role): Role {
  return ROLES.find((role) => role === name) ?? other;
}

/** My role here. */
export function myRole(view: View): Role {
  // What everybody was told last; who is neither moderator nor owner knows it from their own welcome.
  return known(view.people.value.get(view.me.value)?.role ?? view.you.value?.role, "guest");
}

/** Somebody's role: moderators and the owner are told, whoever else is here is taken for a member. */
export function roleOf(view: View, member: string): Role {
  return known(view.people.value.get(member)?.role, "member");
}

/** Whether I can moderate at all, and whether I can moderate this person. */
export function canModerate(view: View, member?: string): boolean {
  const me = myRole(view);
  if (!isAtLeast(me, "moderator")) return false;
  return member === undefined || (member !== view.me.value && outranks(me, roleOf(view, member)));
}

/** What is set for the room, with what I have just set and the room has not answered yet. */
export function rulesOf(view: View) {
  const mine = view.pending.value.flatMap(({ op, status }) =>
    op.kind === "rules" && status === "waiting" ? [asTold(op.rules)] : [],
  );
  const set: SomeRules = Object.assign({}, view.state.value.rules, ...mine);
  const { title = "", write = "", locked = false, slow = 0, keep = 0, listed = false, pass = false } = set;
  return { title, write: isWriters(write) ? write : "everyone", locked, slow, keep, listed, pass } as const;
}

/** Rules as the room will tell of them. */
function asTold({ pass, ...rules }: NewRules): SomeRules {
  return pass === undefined ? rules : { ...rules, pass: pass !== null };
}

/** Why I may not write here, as far as that is known before I try. */
export function keptFromWriting(view: View): Exclude<Writers, "everyone"> | undefined {
  const { write } = rulesOf(view);
  if (write === "everyone") return undefined;
  return isAtLeast(myRole(view), WRITERS[write]) ? undefined : write;
}

function isWriters(name: string): name is Writers {
  return Object.hasOwn(WRITERS, name);
}
