// The words of the front page, in the language that the screen speaks.
import { computed } from "@preact/signals";
import { words } from "../index.ts";
import type { Lang } from "../languages.ts";
import { en, type LandingWords } from "./en.ts";
import { zhTW } from "./zh-TW.ts";

const tables: Record<Lang, LandingWords> = { en, "zh-TW": zhTW };

/** The words to show. */
export const landingWords = computed(() => tables[words.value.lang]);
