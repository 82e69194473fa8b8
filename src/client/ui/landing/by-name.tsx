// The field for a room's name: to open it, or to make it one's own where there is none yet.
import { useSignal } from "@preact/signals";
import type { TargetedEvent } from "preact";
import { roomName } from "../../../protocol/room-name.ts";
import { landingWords } from "../../i18n/landing/index.ts";
import { isComposing } from "../browser/keys.ts";
import { create, enter } from "./enter.ts";

/** Opens the room that is named; with nothing written, the one that stands there as an example. */
export function ByName() {
  const say = landingWords.value;
  const wrong = useSignal(false);
  const go = (event: TargetedEvent<HTMLFormElement, SubmitEvent>) => {
    event.preventDefault();
    const raw = new FormData(event.currentTarget).get("name");
    const written = typeof raw === "string" ? raw.trim() : "";
    const creates = event.submitter?.getAttribute("value") === "create";
    // The example is there already, as likely as not.
    const name = roomName(creates ? written : written || say.example);
    wrong.value = name === undefined;
    if (name !== undefined) (creates ? create : enter)(name);
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
      <button type="submit" name="do" value="create" class="create" title={say.createHint}>
        {say.create}
      </button>
      <p class="wrong" id="bad-name" aria-live="polite">
        {wrong.value && say.badRoom}
      </p>
    </form>
  );
}
