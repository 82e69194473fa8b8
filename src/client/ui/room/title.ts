// What stands in the tab: the room's name, before it what came unseen, and an icon in the room's hue with a dot for the same.
import { MARK } from "../controls/icons.tsx";

/** How much came while nobody looked. */
export interface Unseen {
  messages: number;
  /** Those of them that call me. */
  mentions: number;
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
