// What stands in the tab: the room's name, before it how many messages came unseen, and an icon in the room's hue.
import type { Words } from "../i18n/index.ts";

/** How a room is called on screen: a random name is nothing to read, so it is called what it is. */
export function roomTitle(name: string, words: Words): string {
  return /^[\w-]{22}$/.test(name) ? words.room.private : name;
}

/** The title of the tab. */
export function tabTitle(title: string, unseen: number): string {
  return unseen === 0 ? `${title} · Parlor` : `(${unseen > 99 ? "99+" : unseen}) ${title} · Parlor`;
}

/** The tab's icon in a hue, as an address that `img-src data:` lets in. */
export function icon(hue: number): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="oklch(.6 .15 ${hue})" d="${MARK}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Parlor's mark: a doorway that is also a speech bubble. */
export const MARK =
  "M16 2.5A11.5 11.5 0 0 0 4.5 14v10.5a5 5 0 0 1-2 4h9V17a4.5 4.5 0 0 1 9 0v11.5h2a5 5 0 0 0 5-5V14A11.5 11.5 0 0 0 16 2.5Z";
