// The way out for a text that is too long: it goes as several messages.
import { useMemo } from "preact/hooks";
import { TEXT_UNITS } from "../../../protocol/limits.ts";
import { laterWords } from "../../i18n/later/index.ts";
import type { View } from "../room/view.ts";
import { split } from "./split.ts";

/** Nobody wants to read more than so many messages at once. */
const MOST_PARTS = 30;

/** The offer. */
export function InParts({ view }: { view: View }) {
  const text = view.composing.text.value;
  const parts = useMemo(() => (text.length > MOST_PARTS * TEXT_UNITS ? [] : split(text, TEXT_UNITS)), [text]);
  if (parts.length < 2 || parts.length > MOST_PARTS) return null;
  const send = () => {
    view.submit(parts.map((text) => ({ text })));
    view.field.current?.focus();
  };
  return (
    <button type="button" onClick={send}>
      {laterWords.value.writing.inParts(parts.length)}
    </button>
  );
}
