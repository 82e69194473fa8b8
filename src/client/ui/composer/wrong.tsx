// Why the command that is written was not obeyed. The words stay, and can be sent as they are.
import { laterWords } from "../../i18n/later/index.ts";
import { whyNot } from "../../i18n/refused/index.ts";
import type { View } from "../room/view.ts";

/** A line over what I write. */
export function Wrong({ view }: { view: View }) {
  const { wrong, text } = view.composing;
  if (wrong.value === undefined) return null;
  const asItIs = () => {
    view.submit([{ text: text.value.trim() }]);
    view.field.current?.focus();
  };
  return (
    <p class="about wrong-command" role="alert">
      <span>{whyNot(wrong.value)}</span>
      {wrong.value === "bad_command" && (
        <button type="button" onClick={asItIs}>
          {laterWords.value.writing.asIs}
        </button>
      )}
    </p>
  );
}
