// The language that this browser's reader has chosen, or else asks for.
import { speak } from "../../i18n/index.ts";
import { recall, remember } from "./remembered.ts";

/** Speaks as was chosen here, or as the browser asks for. */
export function speakAsChosen(): Promise<void> {
  const language = recall("language");
  return speak(language === undefined ? navigator.languages : [language]);
}

/** Takes a language for good. */
export function choose(lang: string): Promise<void> {
  remember("language", lang);
  return speak([lang]);
}
