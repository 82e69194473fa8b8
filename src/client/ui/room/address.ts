// The addresses of rooms and of their messages.

/** A room's address on this site, by its name. */
export function roomPath(name: string): string {
  return `/r/${encodeURIComponent(name)}`;
}

/** The address of the room on screen, as it is sent to others. */
export function roomAddress(): string {
  return location.origin + location.pathname;
}

/** The address of a message. */
export function messageAddress(seq: number): string {
  return `${roomAddress()}#m${seq}`;
}

/** The message that an address's hash names. */
export function seqIn(hash: string): number | undefined {
  const [, digits] = /^#m(\d{1,15})$/.exec(hash) ?? [];
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits);
}
