// What I tried and the room refused: why, and what can be done about it.
import { laterWords } from "../../i18n/later/index.ts";
import { whyNot } from "../../i18n/refused/index.ts";
import type { Pending } from "../../state.ts";
import { touch } from "../browser/media.ts";
import type { View } from "../room/view.ts";

/** One line for each refused op: Retry, or Delete. */
export function Failures({ view, failed }: { view: View; failed: readonly Pending[] }) {
  const { failure: say } = laterWords.value;
  // The buttons go away with the line; on touch the focus would raise the keyboard.
  const back = () => {
    if (!touch.value) view.field.current?.focus();
  };
  return failed.map((pending) => (
    <p key={pending.op.id} class="failure" role="alert">
      {whyNot(pending.code ?? "internal")}{" "}
      <button
        type="button"
        onClick={() => {
          back();
          view.room.retry(pending.op.id);
        }}
      >
        {say.retry}
      </button>{" "}
      <button
        type="button"
        onClick={() => {
          back();
          view.discard(pending);
        }}
      >
        {say.discard}
      </button>
    </p>
  ));
}
