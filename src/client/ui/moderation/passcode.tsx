// What a room with a passcode asks of who comes in, before anything of it is seen.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { readCode } from "../../../protocol/pass.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { whyNot } from "../../i18n/refused/index.ts";
import type { Link } from "../../state.ts";
import { stretch } from "../../stretch.ts";
import { touch } from "../browser/media.ts";
import { useNow } from "../browser/now.ts";
import type { View } from "../room/view.ts";

/** The passcode's field, over the talk, where the room asks for it. */
export function Passcode({ view }: { view: View }) {
  const link = view.link.value;
  const asked = useRef(false);
  // It stays while the room is asked, so that what was typed does.
  if (link.is !== "connecting") asked.current = asksPass(link);
  return asked.current ? <Ask view={view} link={link} /> : null;
}

/** Whether the room has said no for want of the passcode. */
export function asksPass(link: Link): boolean {
  return link.is === "refused" && (link.code === "pass_needed" || link.code === "wrong_pass");
}

function Ask({ view, link }: { view: View; link: Link }) {
  const { moderation: say, link: about } = laterWords.value;
  const typed = useSignal("");
  const field = useRef<HTMLInputElement>(null);
  // There is nothing else to do here. On touch it would raise the keyboard.
  useEffect(() => {
    if (!touch.value) field.current?.focus();
  }, []);
  const wrong = link.is === "refused" && link.code === "wrong_pass";
  const until = link.is === "refused" ? (link.until ?? 0) : 0;
  const wait = Math.ceil((until - useNow(until > Date.now())) / 1000);
  const code = readCode(typed.value);
  const enter = async () => {
    if (code !== undefined) view.room.enter(await stretch(code, view.room.state.room));
  };
  return (
    <form
      class="passcode"
      onSubmit={(event) => {
        event.preventDefault();
        void enter();
      }}
    >
      <label>
        {whyNot("pass_needed")}
        <input
          ref={field}
          type="password"
          autocomplete="off"
          dir="auto"
          value={typed.value}
          aria-invalid={wrong}
          aria-describedby="wrong-pass"
          onInput={({ currentTarget }) => {
            typed.value = currentTarget.value;
          }}
        />
      </label>
      <p id="wrong-pass" role="status">
        {wrong && whyNot("wrong_pass")} {wait > 0 && <span aria-hidden="true">{about.again(wait)}</span>}
      </p>
      <button type="submit" class="primary" disabled={code === undefined || wait > 0 || link.is === "connecting"}>
        {say.enter}
      </button>
    </form>
  );
}
