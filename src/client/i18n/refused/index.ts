// Why the room said no, in the language that the screen speaks.
import { computed } from "@preact/signals";
import { words } from "../index.ts";
import { en } from "./en.ts";
import { zhTW } from "./zh-TW.ts";

const tables = { en, "zh-TW": zhTW };

/** A sentence for each code. Not for the first screen: with them come both languages. */
export const refused = computed(() => tables[words.value.lang]);
