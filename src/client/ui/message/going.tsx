// A message that I have just deleted, while there is a way back.
import type { TargetedMouseEvent } from "preact";
import { words } from "../../i18n/index.ts";
import { laterWords } from "../../i18n/later/index.ts";
import type { View } from "../room/view.ts";

/** What stands in its place. */
export function Going({ view, seq }: { view: View; seq: number }) {
  const undo = ({ currentTarget: button }: TargetedMouseEvent<HTMLButtonElement>) => {
    // The button goes away; the keyboard stays at this message.
    if (button.matches(":focus-visible")) button.closest("article")?.focus();
    view.deletions.undo(seq);
  };
  return (
    <p class="said gone" role="status">
      {words.value.message.deleted}{" "}
      <button type="button" class="undo" onClick={undo}>
        {laterWords.value.undo}
      </button>
    </p>
  );
}
