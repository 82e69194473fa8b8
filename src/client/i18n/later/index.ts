// The words of what is fetched when it is first needed, in the language that the screen speaks.
import { computed } from "@preact/signals";
import { words } from "../index.ts";
import type { Lang } from "../languages.ts";
import { en, type LaterWords } from "./en.ts";
import { zhTW } from "./zh-TW.ts";

const tables: Record<Lang, LaterWords> = { en, "zh-TW": zhTW };

/** The words to show. Not for the first screen: with them come both languages. */
export const laterWords = computed(() => tables[words.value.lang]);
