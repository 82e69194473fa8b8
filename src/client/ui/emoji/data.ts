// The data of all emoji: fetched once for each language, kept by this browser in a database.
import Database from "emoji-picker-element/database";
import en from "emoji-picker-element-data/en/emojibase/data.json";
import zhHant from "emoji-picker-element-data/zh-hant/cldr/data.json";
import type { Lang } from "../../i18n/languages.ts";
import { newestDrawn } from "./drawable.ts";
import { SIGNS } from "./group-signs.ts";
import { type Emoji, isEmoji } from "./search.ts";

const SOURCES = {
  en: { locale: "en", dataSource: en },
  "zh-TW": { locale: "zh-hant", dataSource: zhHant },
} satisfies Record<Lang, object>;

/** All emoji of this browser in one language, in their order. Fails where there is no IndexedDB or no network. */
export async function allEmoji(lang: Lang): Promise<Emoji[]> {
  const database = new Database(SOURCES[lang]);
  await database.ready();
  // It looks for newer data in the background, and offline nobody would hear of its failure (1.29.1).
  Promise.resolve(Reflect.get(database, "_lazyUpdate")).catch(() => {});
  const groups = await Promise.all(SIGNS.map(([group]) => database.getEmojiByGroup(group)));
  const newest = newestDrawn();
  return groups
    .flat()
    .filter(({ unicode, version }) => version <= newest && isEmoji(unicode))
    .map(({ unicode, annotation, group, shortcodes = [], tags = [] }) => ({
      unicode,
      name: annotation,
      group,
      codes: shortcodes,
      tags: tags.map((tag) => tag.toLowerCase()),
    }));
}
