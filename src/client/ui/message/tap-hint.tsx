// For who has never opened a message on a touch screen: that one can. Once it is known, it is never said again.
import { useSignal, useSignalEffect } from "@preact/signals";
import { laterWords } from "../../i18n/later/index.ts";
import { touch } from "../browser/media.ts";
import { recall, remember } from "../browser/remembered.ts";
import type { View } from "../room/view.ts";
import { canAnswer } from "../timeline/entries.ts";

/** A quiet line, where there is a message to tap. */
export function TapHint({ view }: { view: View }) {
  const known = useSignal(recall("tapped") !== undefined);
  useSignalEffect(() => {
    if (view.panels.message.value === undefined) return;
    known.value = true;
    remember("tapped", "yes");
  });
  if (known.value || !touch.value || !view.entries.value.some(canAnswer)) return null;
  return <span class="hint">{laterWords.value.actions.tapHint}</span>;
}
