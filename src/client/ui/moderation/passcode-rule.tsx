// Where the owner sets the room's passcode, or takes it away.
import { useSignal } from "@preact/signals";
import { readCode } from "../../../protocol/pass.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { stretch } from "../../stretch.ts";
import { sayBriefly } from "../browser/brief.ts";
import type { View } from "../room/view.ts";

/** A shorter one would soon be guessed. In characters. */
const SHORTEST = 6;

/** The field; `on` where there is a passcode. */
export function PasscodeRule({ view, on }: { view: View; on: boolean }) {
  const { moderation: say } = laterWords.value;
  const typed = useSignal("");
  const code = readCode(typed.value);
  const tooShort = code === undefined || [...code].length < SHORTEST;
  const set = async () => {
    if (tooShort) return;
    const pass = await stretch(code, view.room.state.room);
    view.room.moderate({ kind: "rules", rules: { pass } });
    typed.value = "";
    sayBriefly(say.passSet);
  };
  return (
    <form
      class="pass-rule"
      onSubmit={(event) => {
        event.preventDefault();
        void set();
      }}
    >
      <label>
        {on ? say.passOn : say.pass}
        <input
          dir="auto"
          autocomplete="off"
          value={typed.value}
          placeholder={say.passHint(SHORTEST)}
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
      </label>
      <button type="submit" disabled={tooShort}>
        {on ? say.passChange : say.passTake}
      </button>
      {on && (
        <button type="button" onClick={() => view.room.moderate({ kind: "rules", rules: { pass: null } })}>
          {say.passRemove}
        </button>
      )}
    </form>
  );
}
