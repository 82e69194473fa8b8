// What the page's address says.
import { roomName } from "../../../protocol/room-name.ts";

/** The room that the page's address names, as it is written there; no name where there can be no such room. */
export function roomHere(): { written: string; name: string | undefined } {
  const written = decoded(location.pathname.split("/")[2] ?? "");
  return { written, name: roomName(written) };
}

/** The address of the room on screen, as it is sent to others. */
export function roomAddress(): string {
  return location.origin + location.pathname;
}

/** What stands behind the address of a room that is to be made. */
export const NEW = "#new";

/** The message that an address's hash names. */
export function seqIn(hash: string): number | undefined {
  const [, digits] = /^#m(\d{1,15})$/.exec(hash) ?? [];
  return digits === undefined || Number(digits) === 0 ? undefined : Number(digits);
}

function decoded(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return "";
  }
}
