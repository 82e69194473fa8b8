// Whether a browser can notify, and if not, what its reader could do about it.

/** Why there can't be notifications, where something can be done about it; `none` where nothing can. */
export type Hindrance = "insecure" | "install" | "blocked" | "none";

/** What of a browser decides whether it can notify. */
export interface Abilities {
  secure: boolean;
  /** There is a Notification, and what it says about permission. */
  permission: NotificationPermission | undefined;
  /** An iPhone or iPad, which notifies only from the Home Screen. */
  ios: boolean;
}

/** Why a browser can't notify; nothing where it can or may be asked. */
export function hindranceOf({ secure, permission, ios }: Abilities): Hindrance | undefined {
  if (!secure) return "insecure";
  if (permission === undefined) return ios ? "install" : "none";
  return permission === "denied" ? "blocked" : undefined;
}
