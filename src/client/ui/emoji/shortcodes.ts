// Emoji that are written by their names, as in :tada:.
import { computed } from "@preact/signals";
import { emojiNow } from "./known.ts";

// One or several in a row, but not within a word or a time, as in std::min::x or 10:30:45.
const RUN = /(?<![\w:])(?::[a-z0-9_+-]{1,40}:)+(?![\w:])/gi;
const ONE = /:([a-z0-9_+-]{1,40}):/gi;

const byCode = computed(
  () => new Map(emojiNow()?.flatMap(({ unicode, codes }) => codes.map((code) => [code, unicode] as const))),
);

/**
 * The text with the emoji whose `:shortcodes:` it has. Reactive: where it seems to have some the data is asked for, and until
 * that is here, and where it can't be had, the text is as it was.
 */
export function withEmoji(text: string): string {
  if (text.search(RUN) < 0) return text;
  const codes = byCode.value;
  return text.replace(RUN, (run) => run.replace(ONE, (code, name: string) => codes.get(name.toLowerCase()) ?? code));
}
