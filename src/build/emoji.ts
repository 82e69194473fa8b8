// The data of all emoji, as much of it as the picker and the shortcodes use: half of what the package has.
import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";

/** What we use of the data of one emoji. */
interface Emoji {
  annotation: string;
  emoji: string;
  group: number;
  order: number;
  version: number;
  shortcodes?: string[];
  tags?: string[];
}
const EMOJI_DATA = "node_modules/emoji-picker-element-data";

/** Makes a file of the data wherever its JSON is imported. */
export const emojiData: Plugin = {
  name: "emoji data",
  setup({ onLoad }) {
    const filter = /emoji-picker-element-data.*\.json$/;
    onLoad({ filter }, ({ path }) => ({ contents: JSON.stringify(trimmed(path)), loader: "file" }));
  },
};

/** Without skin tones and emoticons, and with the same shortcodes in every language: they stand in messages. */
function trimmed(path: string): Emoji[] {
  const all: Emoji[] = JSON.parse(readFileSync(path, "utf8"));
  const english: Emoji[] = JSON.parse(readFileSync(`${EMOJI_DATA}/en/emojibase/data.json`, "utf8"));
  const shortcodes = new Map(english.map((each) => [each.emoji, each.shortcodes]));
  return all.map(({ annotation, emoji, group, order, version, tags = [] }) => ({
    annotation,
    emoji: asRoomsTakeIt(emoji),
    group,
    order,
    version,
    tags,
    shortcodes: shortcodes.get(emoji) ?? [],
  }));
}

/** The data marks some as emoji that are so by themselves, and then they are not what RGI_Emoji means. */
function asRoomsTakeIt(emoji: string): string {
  return /^\p{RGI_Emoji}$/v.test(emoji) ? emoji : emoji.replaceAll("\ufe0f", "");
}
