// The words of the screen of bots and webhooks, in the language that the screen speaks.
import { computed } from "@preact/signals";
import { words } from "../index.ts";
import type { Lang } from "../languages.ts";
import { en, type ProgramWords } from "./en.ts";
import { zhTW } from "./zh-TW.ts";

const tables: Record<Lang, ProgramWords> = { en, "zh-TW": zhTW };

/** The words to show. Only for what is fetched by those who keep a room in order. */
export const programWords = computed(() => tables[words.value.lang]);
