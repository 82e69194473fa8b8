// Which language the screen speaks: the browser's wish, unless the person chose one here.
import { computed, signal } from "@preact/signals";
import { en, type Words } from "./en.ts";
import { pickLanguage } from "./languages.ts";

export type { Words } from "./en.ts";

const chosen = signal<Words>(en);

/** The words to show; whoever reads them while drawing is drawn again when the language changes. */
export const words = computed(() => chosen.value);

/** Sets the language of the screen and of the document. Another one than English is fetched; where that fails, it is English. */
export async function speak(wanted: readonly string[]): Promise<void> {
  const lang = pickLanguage(wanted);
  const table = lang === "en" ? en : await import("./zh-TW.ts").then(({ zhTW }) => zhTW).catch(() => en);
  chosen.value = table;
  document.documentElement.lang = table.lang;
}

/** Keeps a name apart from the direction of the sentence around it. */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}
