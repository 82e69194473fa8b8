// What somebody is in a room, from who only looks on to who owns it.

/** Each may do what those before it may. A guest has written nothing here, or is one again by a moderator's word. */
export const ROLES = ["guest", "member", "moderator", "owner"] as const;
export type Role = (typeof ROLES)[number];

/** Whether one role is at least another. */
export function isAtLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

/** Whether one role is above another. */
export function outranks(role: Role, other: Role): boolean {
  return ROLES.indexOf(role) > ROLES.indexOf(other);
}
