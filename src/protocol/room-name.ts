// Which room a URL means: the same for the Worker, the landing page and a link in a message.
import { ROOM_NAME_POINTS } from "./limits.ts";

const NAME = /^[\p{L}\p{N}_-][\p{L}\p{M}\p{N}_-]*$/u;

/**
 * The room's one spelling, or nothing where no room can have this name.
 * NFKC, so that a full-width ＬＯＢＢＹ from an input method is the same room; case is kept, for private names need its bits.
 */
export function roomName(raw: string): string | undefined {
  if (raw.length > 4 * ROOM_NAME_POINTS) return undefined;
  const name = raw.normalize("NFKC");
  return NAME.test(name) && [...name].length <= ROOM_NAME_POINTS ? name : undefined;
}
