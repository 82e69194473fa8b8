// Why the room said no, in the language that the screen speaks.
import { computed } from "@preact/signals";
import { isCode } from "../../../protocol/refusal.ts";
import { words } from "../index.ts";
import { en } from "./en.ts";
import { zhTW } from "./zh-TW.ts";

const tables = { en, "zh-TW": zhTW };

const refused = computed(() => tables[words.value.lang]);

/** The sentence for a code, also for one that only a newer room knows. Not for the first screen: with it come both languages. */
export function whyNot(code: string): string {
  return refused.value[isCode(code) ? code : "internal"];
}
