// What I tried and the room refused: why, and what can be done about it.
import { laterWords } from "../../i18n/later/index.ts";
import { refused } from "../../i18n/refused/index.ts";
import type { Pending } from "../../state.ts";
import type { View } from "../room/view.ts";

/** One line for each refused op: Retry, or Delete. */
export function Failures({ view, failed }: { view: View; failed: readonly Pending[] }) {
  const { failure: say } = laterWords.value;
  return failed.map((pending) => (
    <p key={pending.op.id} class="failure" role="alert">
      {refused.value[pending.code ?? "internal"]}{" "}
      <button type="button" onClick={() => view.room.retry(pending.op.id)}>
        {say.retry}
      </button>{" "}
      <button type="button" onClick={() => view.discard(pending)}>
        {say.discard}
      </button>
    </p>
  ));
}
