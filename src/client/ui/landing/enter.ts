// The way from the front page into a room.
import { roomPath } from "../room/links.ts";

/** Goes into the room of this name. */
export function enter(name: string): void {
  location.assign(roomPath(name));
}
