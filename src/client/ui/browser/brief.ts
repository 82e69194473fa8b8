// A word in passing, under the talk: that something was copied, that something is not there any more.
import { signal } from "@preact/signals";

/** So long it is shown, in milliseconds. */
const SHOWN_MS = 2_500;

/** The word that is being said, if any. */
export const brief = signal<string | undefined>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says a short sentence, in place of the one before. */
export function sayBriefly(sentence: string): void {
  brief.value = sentence;
  clearTimeout(timer);
  timer = setTimeout(() => {
    brief.value = undefined;
  }, SHOWN_MS);
}
