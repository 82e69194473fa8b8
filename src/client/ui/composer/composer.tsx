// Where I write. Enter sends where there is a keyboard, and never while an input method is at work.
import { useSignalEffect } from "@preact/signals";
import type { TargetedKeyboardEvent, TargetedMouseEvent } from "preact";
import { words } from "../i18n/index.ts";
import { useGrowing } from "./growing.ts";
import { Icon } from "./icons.tsx";
import { isComposing } from "./keys.ts";
import { touch } from "./media.ts";
import { nameIsNew } from "./own-name.ts";
import { OwnName } from "./own-name.tsx";
import type { View } from "./view.ts";

/** The composer. */
export function Composer({ view }: { view: View }) {
  const { composing, field } = view;
  const { composer } = words.value;
  const text = composing.text.value;
  const editing = composing.editing.value !== undefined;
  const left = composing.left.value;

  useGrowing(field, text);
  useSignalEffect(() => {
    if (composing.replyTo.value !== undefined || composing.editing.value !== undefined) field.current?.focus();
  });

  const key = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    if (isComposing(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !touch.value) {
      event.preventDefault();
      view.submit();
    } else if (event.key === "ArrowUp" && text === "" && !editing) {
      event.preventDefault();
      view.editLast();
    } else if (event.key === "Escape") {
      composing.stop();
    }
  };

  const press = ({ currentTarget }: TargetedMouseEvent<HTMLButtonElement>) => {
    // With nothing left to send the button is disabled, and a focus on it would be lost.
    if (document.activeElement === currentTarget) field.current?.focus();
    view.submit();
  };

  return (
    <div class="composer">
      {nameIsNew.value && (
        <p class="writing-as">
          {composer.youAre} <OwnName view={view} entered={() => field.current?.focus()} />
        </p>
      )}
      <div class="box">
        <About view={view} />
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          value={text}
          placeholder={composer.placeholder}
          aria-label={composer.label}
          aria-invalid={left < 0}
          aria-describedby="too-long"
          // biome-ignore lint/a11y/noAutofocus: writing is what one comes for; on touch it would raise the keyboard
          autoFocus={!touch.value}
          onInput={({ currentTarget }) => composing.write(currentTarget.value)}
          onKeyDown={key}
        />
        <button
          type="button"
          class="send"
          aria-label={editing ? composer.save : composer.send}
          title={editing ? composer.save : composer.send}
          disabled={text.trim() === "" || left < 0}
          // A tap on it must not take the focus, or a phone's keyboard closes and opens with every message.
          onPointerDown={(event) => event.preventDefault()}
          onClick={press}
        >
          <Icon is={editing ? "save" : "send"} />
        </button>
      </div>
      <p class="too-long" id="too-long" aria-live="polite">
        {left < 0 ? composer.tooLong(-left) : left < 500 ? composer.left(left) : ""}
      </p>
    </div>
  );
}

/** What is being answered or edited, and the way out of it. */
function About({ view }: { view: View }) {
  const { replyTo, editing, stop } = view.composing;
  const { composer, message: say } = words.value;
  const about = replyTo.value ?? editing.value;
  if (about === undefined) return null;
  const name = view.people.value.get(about.by)?.name ?? "…";
  return (
    <div class="about">
      <Icon is={editing.value === undefined ? "reply" : "edit"} />
      <p>
        <strong>{editing.value === undefined ? composer.replyingTo(name) : composer.editing}</strong>{" "}
        <span dir="auto">{about.body?.text.slice(0, 160) ?? say.deleted}</span>
      </p>
      <button type="button" class="quiet" aria-label={composer.cancel} title={composer.cancel} onClick={stop}>
        <Icon is="close" />
      </button>
    </div>
  );
}
