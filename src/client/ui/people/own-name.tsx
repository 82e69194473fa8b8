// My own name, changed where it stands.
import { useSignal } from "@preact/signals";
import type { TargetedKeyboardEvent } from "preact";
import { useRef } from "preact/hooks";
import { isName } from "../../../protocol/name.ts";
import { words } from "../../i18n/index.ts";
import { isComposing } from "../browser/keys.ts";
import { Icon } from "../controls/icons.tsx";
import type { View } from "../room/view.ts";
import { personStyle } from "./avatar.tsx";
import { broughtName, chosenName, keepName } from "./own-name.ts";

/**
 * A field that looks like the name it holds. Enter and leaving keep what was written, Esc does not. `entered` is where
 * the focus goes then, if there is a place for it.
 */
export function OwnName({ view, entered }: { view: View; entered?: () => void }) {
  const { roster, badName } = words.value;
  const you = view.you.value;
  const chosen = chosenName(view.pending.value);
  const name = chosen ?? you?.name ?? broughtName;
  const written = useSignal<string | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const value = written.value ?? name;
  const wrong = written.value !== undefined && !isName(value);

  const keep = () => {
    if (wrong || written.value === undefined) return;
    const kept = keepName(value);
    if (kept !== undefined && kept !== name) view.room.rename(kept);
    written.value = undefined;
  };
  const press = (event: TargetedKeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    if (event.key !== "Enter" && event.key !== "Escape") return;
    // Esc is for the name only, and not also for the sheet that it is in.
    event.preventDefault();
    if (event.key === "Escape") written.value = undefined;
    event.currentTarget.blur();
    if (!wrong) entered?.();
  };
  return (
    <span class={`own-name ${chosen === undefined ? "" : "waiting"}`} style={personStyle(you)}>
      <input
        ref={field}
        dir="auto"
        autocomplete="nickname"
        spellcheck={false}
        aria-label={roster.yourName}
        aria-invalid={wrong}
        value={value}
        size={Math.max(3, [...value].length)}
        onInput={({ currentTarget }) => {
          written.value = currentTarget.value;
        }}
        onBlur={keep}
        onKeyDown={press}
      />
      <button
        type="button"
        class="quiet"
        aria-label={roster.changeName}
        title={roster.changeName}
        onClick={() => field.current?.select()}
      >
        <Icon is="edit" />
      </button>
      {wrong && (
        <span class="wrong" role="alert">
          {badName}
        </span>
      )}
    </span>
  );
}
