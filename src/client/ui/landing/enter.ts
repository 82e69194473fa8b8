// The way from the front page into a room.
import { nanoid } from "nanoid";
import { NEW } from "../room/address.ts";
import { roomPath } from "../room/links.ts";
import { PRIVATE_NAME_LENGTH } from "../room/room-title.ts";

/** Goes into the room of this name. */
export function enter(name: string): void {
  location.assign(roomPath(name));
}

/** Makes a room of this name, where there is none yet, and goes into it as its owner. */
export function create(name: string): void {
  location.assign(roomPath(name) + NEW);
}

/** The same with a name that nobody can guess. */
export function createPrivate(): void {
  create(nanoid(PRIVATE_NAME_LENGTH));
}
