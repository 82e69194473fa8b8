// The way from the front page into a room.

/** A room's address on this site. */
export function roomPath(name: string): string {
  return `/r/${encodeURIComponent(name)}`;
}

/** Goes there. */
export function enter(name: string): void {
  location.assign(roomPath(name));
}
