// The field for a room's name.
import { useSignal } from "@preact/signals";
import type { TargetedEvent } from "preact";
import { roomName } from "../../../protocol/room-name.ts";
import { landingWords } from "../../i18n/landing/index.ts";
import { isComposing } from "../browser/keys.ts";
import { enter } from "./enter.ts";

/** Opens the room that is named; with nothing written, the one that stands there as an example. */
export function ByName() {
  const say = landingWords.value;
  const wrong = useSignal(false);
  const go = (event: TargetedEvent<HTMLFormElement, SubmitEvent>) => {
    event.preventDefault();
    const raw = new FormData(event.currentTarget).get("name");
    const name = typeof raw === "string" ? roomName(raw.trim() || say.example) : undefined;
    wrong.value = name === undefined;
    if (name !== undefined) enter(name);
  };
  return (
    <form class="by-name" onSubmit={go}>
      <label for="room-name">{say.or}</label>
      <div class="address-field">
        <span aria-hidden="true">{location.host}</span>
        <span aria-hidden="true">/r/</span>
        <input
          id="room-name"
          name="name"
          dir="auto"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          enterkeyhint="go"
          placeholder={say.example}
          aria-invalid={wrong.value}
          aria-describedby="bad-name"
          onInput={() => {
            wrong.value = false;
          }}
          onKeyDown={(event) => isComposing(event) && event.key === "Enter" && event.preventDefault()}
        />
        <button type="submit" class="secondary">
          {say.open}
        </button>
      </div>
      <p class="wrong" id="bad-name" aria-live="polite">
        {wrong.value && say.badRoom}
      </p>
    </form>
  );
}
