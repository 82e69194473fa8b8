// The emoji that are known in the language of the screen: asked for when somebody first looks, a few until then and for ever
// where the rest can't be had.
import { signal } from "@preact/signals";
import { words } from "../../i18n/index.ts";
import type { Lang } from "../../i18n/languages.ts";
import { lazily } from "../room/lazily.ts";
import type { Emoji } from "./search.ts";

const known = signal<ReadonlyMap<Lang, readonly Emoji[]>>(new Map());
const asked = new Set<Lang>();

const source = lazily(() => import("./data.ts"));
const last = lazily(() => import("./few.ts"));

/** All that are known, or nothing while they are being fetched; asking starts that. Reactive. */
export function emojiNow(): readonly Emoji[] | undefined {
  const { lang } = words.value;
  if (!asked.has(lang)) {
    asked.add(lang);
    void learn(lang);
  }
  return known.value.get(lang);
}

async function learn(lang: Lang) {
  const emoji = (await all(lang)) ?? (await last.load())?.few ?? [];
  known.value = new Map(known.value).set(lang, emoji);
}

async function all(lang: Lang): Promise<readonly Emoji[] | undefined> {
  try {
    const found = await (await source.load())?.allEmoji(lang);
    return found?.length === 0 ? undefined : found;
  } catch {
    return undefined;
  }
}
