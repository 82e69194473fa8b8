// The words of the choice of notifications, in the language that the screen speaks.
import { computed } from "@preact/signals";
import { words } from "../index.ts";
import type { Lang } from "../languages.ts";
import { en, type NoticeWords } from "./en.ts";
import { zhTW } from "./zh-TW.ts";

const tables: Record<Lang, NoticeWords> = { en, "zh-TW": zhTW };

/** The words to show. Only for what is fetched with the foot of the roster. */
export const noticeWords = computed(() => tables[words.value.lang]);
