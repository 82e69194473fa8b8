// Which language the screen speaks: the browser's wish, unless the person chose one here.
import { computed, signal } from "@preact/signals";
import { en, type Words } from "./en.ts";
import { zhTW } from "./zh-TW.ts";

export type { Words } from "./en.ts";

/** Every language that there is, as a person would choose between them. */
export const languages: readonly Words[] = [en, zhTW];

/** The first language that the reader asks for and we have. Any Chinese is better served in Chinese than in English. */
export function pickLanguage(wanted: readonly string[]): Words {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split("-")[0];
    if (language === "zh") return zhTW;
    if (language === "en") return en;
  }
  return en;
}

const chosen = signal<Words>(en);

/** Sets the language of the screen and of the document. */
export function speak(lang: readonly string[]): void {
  chosen.value = pickLanguage(lang);
  document.documentElement.lang = chosen.value.lang;
}

/** The words to show; whoever reads them while drawing is drawn again when the language changes. */
export const words = computed(() => chosen.value);

/** Keeps a name apart from the direction of the sentence around it. */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}
