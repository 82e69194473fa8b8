// What stands in the tab: the room's name, before it what came unseen, and an icon in the room's hue with a dot for the same.
import type { Words } from "../i18n/index.ts";

/** How much came while nobody looked. */
export interface Unseen {
  messages: number;
  /** Those of them that call me. */
  mentions: number;
}

/** Whether a room's name is a random one, as a new private room gets. */
export function isPrivate(name: string): boolean {
  return /^[\w-]{22}$/.test(name);
}

/** How a room is called on screen: a random name is nothing to read, so it is called what it is. */
export function roomTitle(name: string, words: Words): string {
  return isPrivate(name) ? words.room.private : name;
}

/** The title of the tab. Who is called wants to know that first, and an @ is seen in the narrowest tab. */
export function tabTitle(title: string, { messages, mentions }: Unseen): string {
  const badge = mentions > 0 ? `(@${short(mentions)}) ` : messages > 0 ? `(${short(messages)}) ` : "";
  return `${badge}${title} · Parlor`;
}

function short(count: number): string {
  return count > 99 ? "99+" : String(count);
}

/** The tab's icon in a hue, as an address that `img-src data:` lets in. A mention's dot is larger and red. */
export function icon(hue: number, { messages, mentions }: Unseen): string {
  const dot = mentions > 0 ? { r: 9, fill: "#e5352b" } : messages > 0 ? { r: 6.5, fill: "#f2a33a" } : undefined;
  const fill = `fill="oklch(.6 .15 ${hue})"`;
  const drawn =
    dot === undefined
      ? `<path ${fill} d="${MARK}"/>`
      : // The mark stands back from the dot, whatever the colour of the tab.
        `<mask id="m"><path fill="#fff" d="M0 0h32v32H0z"/><circle cx="${32 - dot.r}" cy="${dot.r}" r="${dot.r + 2.5}"/></mask>
<path ${fill} mask="url(#m)" d="${MARK}"/><circle cx="${32 - dot.r}" cy="${dot.r}" r="${dot.r}" fill="${dot.fill}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${drawn}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Parlor's mark: a doorway that is also a speech bubble. */
export const MARK =
  "M16 2.5A11.5 11.5 0 0 0 4.5 14v10.5a5 5 0 0 1-2 4h9V17a4.5 4.5 0 0 1 9 0v11.5h2a5 5 0 0 0 5-5V14A11.5 11.5 0 0 0 16 2.5Z";
