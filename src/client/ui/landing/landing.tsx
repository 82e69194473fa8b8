// The front page: what this is, and the two ways in: a new private room, or a room by its name.
import { useSignal } from "@preact/signals";
import { nanoid } from "nanoid";
import type { TargetedEvent } from "preact";
import { roomName } from "../../../protocol/room-name.ts";
import { words } from "../../i18n/index.ts";
import { landingWords } from "../../i18n/landing/index.ts";
import { Commands } from "../commands.tsx";
import { Mark } from "../icons.tsx";
import { isComposing } from "../keys.ts";
import { LanguageChoice } from "../language-choice.tsx";

/** ≥ 128 bits: nobody guesses it. */
const PRIVATE_NAME_LENGTH = 22;

function open(name: string) {
  location.assign(`/r/${encodeURIComponent(name)}`);
}

/** The front page. */
export function Landing() {
  const say = landingWords.value;
  return (
    <div class="landing">
      <main>
        <Mark />
        <h1>{say.title}</h1>
        <p class="lead">{say.lead}</p>
        <div class="ways">
          <button type="button" class="primary" onClick={() => open(nanoid(PRIVATE_NAME_LENGTH))}>
            {say.newRoom}
          </button>
          <p class="hint">{say.newRoomHint}</p>
          <ByName />
        </div>
        <section class="every">
          <h2>{say.everyTitle}</h2>
          <p>{say.every}</p>
          <Commands address={`${location.origin}/r/lobby`} />
        </section>
      </main>
      <footer>
        <LanguageChoice />
      </footer>
    </div>
  );
}

function ByName() {
  const say = landingWords.value;
  const { refused } = words.value;
  const wrong = useSignal(false);
  const go = (event: TargetedEvent<HTMLFormElement, SubmitEvent>) => {
    event.preventDefault();
    const raw = new FormData(event.currentTarget).get("name");
    const name = typeof raw === "string" ? roomName(raw.trim() || say.example) : undefined;
    wrong.value = name === undefined;
    if (name !== undefined) open(name);
  };
  return (
    <form onSubmit={go}>
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
        {wrong.value && refused.bad_room}
      </p>
    </form>
  );
}
