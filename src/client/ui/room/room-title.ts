// How a room is called on screen.
import type { Words } from "../../i18n/index.ts";

/** A private room's name is as many random characters, of 6 bits each: nobody guesses it. */
export const PRIVATE_NAME_LENGTH = 22;

/** Whether a room's name is a random one, as a new private room gets. */
export function isPrivate(name: string): boolean {
  return name.length === PRIVATE_NAME_LENGTH && /^[\w-]+$/.test(name);
}

/** How a room is called on screen: a random name is nothing to read, so it is called what it is. */
export function roomTitle(name: string, words: Words): string {
  return isPrivate(name) ? words.room.private : name;
}
