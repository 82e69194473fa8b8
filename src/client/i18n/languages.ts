// The languages that there are, and which one the reader wants.

/** Every language, as a person would choose between them. */
export const languages = [
  { lang: "en", itself: "English" },
  { lang: "zh-TW", itself: "繁體中文" },
] as const;

/** BCP 47. */
export type Lang = (typeof languages)[number]["lang"];

/** The first language that the reader asks for and we have. Any Chinese is better served in Chinese than in English. */
export function pickLanguage(wanted: readonly string[]): Lang {
  for (const tag of wanted) {
    const language = tag.toLowerCase().split("-")[0];
    if (language === "zh") return "zh-TW";
    if (language === "en") return "en";
  }
  return "en";
}
