// The way from the front page into a room.
import { nanoid } from "nanoid";
import { NEW } from "../room/address.ts";
import { roomPath } from "../room/links.ts";
import { PRIVATE_NAME_LENGTH } from "../room/room-title.ts";

/** Goes into the room of this name. */
export function enter(name: string): void {
  location.assign(roomPath(name));
}

/** Makes a room that nobody can guess, and goes into it as its owner. */
export function createPrivate(): void {
  location.assign(roomPath(nanoid(PRIVATE_NAME_LENGTH)) + NEW);
}
