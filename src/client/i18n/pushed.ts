// What is said in place of a push that this service worker can't read, as from a newer server.
import type { Lang } from "./languages.ts";

export const somethingNew: Record<Lang, string> = {
  en: "Something new was said.",
  "zh-TW": "有新的訊息。",
};
