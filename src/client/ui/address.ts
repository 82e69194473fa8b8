// The addresses of this room and of its messages, as they are sent to others.

/** The room's address. */
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
