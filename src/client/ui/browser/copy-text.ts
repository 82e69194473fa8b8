// Copying where no button tells that it was done: a word under the talk does.
import { words } from "../../i18n/index.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { sayBriefly } from "./brief.ts";
import { toClipboard } from "./clipboard.ts";

/** Copies a text and says so. Must be called from a click or a key. */
export async function copyText(text: string): Promise<void> {
  const copied = await toClipboard(text);
  sayBriefly(copied ? words.value.copied : laterWords.value.notCopied);
}
