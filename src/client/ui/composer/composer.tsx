// Where I write. Enter sends where there is a keyboard, and never while an input method is at work.
import { useSignal, useSignalEffect } from "@preact/signals";
import type { TargetedKeyboardEvent, TargetedMouseEvent } from "preact";
import { words } from "../../i18n/index.ts";
import { sayBriefly } from "../browser/brief.ts";
import { whenIdle } from "../browser/idle.ts";
import { isComposing } from "../browser/keys.ts";
import { touch } from "../browser/media.ts";
import { Icon } from "../controls/icons.tsx";
import { nameIsNew } from "../people/own-name.ts";
import { OwnName } from "../people/own-name.tsx";
import { second } from "../room/second.ts";
import type { View } from "../room/view.ts";
import { EmojiButton } from "./emoji-button.tsx";
import { openFence } from "./fence.ts";

/** The composer. */
export function Composer({ view }: { view: View }) {
  const { composing, field } = view;
  const { composer } = words.value;
  const text = composing.text.value;
  const editing = composing.editing.value !== undefined;
  const left = composing.left.value;
  // What was kept of a draft may be too long for one line.
  const begun = useSignal(text !== "");
  const part = second.here;
  const aids = begun.value ? part : undefined;
  // A command has bounds of its own, and names them.
  const command = isCommand(view);

  useSignalEffect(() => {
    if (composing.replyTo.value !== undefined || composing.editing.value !== undefined) field.current?.focus();
  });

  const begin = () => {
    begun.value = true;
  };
  const key = (event: TargetedKeyboardEvent<HTMLTextAreaElement>) => {
    begin();
    if (isComposing(event)) return;
    if (event.key === "Enter" && sends(event)) {
      event.preventDefault();
      void submit(view);
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
    void submit(view);
  };

  return (
    <div class="composer">
      {nameIsNew.value && (
        <p class="writing-as">
          {composer.youAre} <OwnName view={view} entered={() => field.current?.focus()} />
        </p>
      )}
      <div class="box">
        {part && <part.About view={view} />}
        {aids && <aids.Aids view={view} />}
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          value={text}
          placeholder={composer.placeholder}
          enterkeyhint={touch.value ? "enter" : "send"}
          aria-label={composer.label}
          aria-invalid={left < 0}
          aria-describedby="too-long"
          // biome-ignore lint/a11y/noAutofocus: writing is what one comes for; on touch it would raise the keyboard
          autoFocus={!touch.value}
          onFocus={() => whenIdle(begin)}
          onInput={({ currentTarget }) => {
            begin();
            composing.write(currentTarget.value);
          }}
          onKeyDown={key}
        />
        <EmojiButton view={view} />
        <button
          type="button"
          class="send"
          aria-label={editing ? composer.save : composer.send}
          title={editing ? composer.save : composer.send}
          disabled={text.trim() === "" || (left < 0 && !command)}
          // A tap on it must not take the focus, or a phone's keyboard closes and opens with every message.
          onPointerDown={(event) => event.preventDefault()}
          onClick={press}
        >
          <Icon is={editing ? "save" : "send"} />
        </button>
      </div>
      <p class="too-long" id="too-long" aria-live="polite">
        {left < 0 ? composer.tooLong(-left) : left < 500 ? composer.left(left) : ""}
        {left < 0 && aids && !editing && !command && <aids.InParts view={view} />}
      </p>
    </div>
  );
}

/** Whether this Enter sends: with Ctrl or ⌘ always, by itself where there is a keyboard and no code is being written. */
function sends({ shiftKey, ctrlKey, metaKey, currentTarget }: TargetedKeyboardEvent<HTMLTextAreaElement>): boolean {
  if (ctrlKey || metaKey) return true;
  const before = () => currentTarget.value.slice(0, currentTarget.selectionStart);
  return !shiftKey && !touch.value && openFence(before()) === undefined;
}

/** What begins with a slash is for the room and not for the people in it. What I edit is a message already. */
function isCommand({ composing }: View): boolean {
  return composing.editing.value === undefined && composing.text.value.trimStart().startsWith("/");
}

async function submit(view: View) {
  if (!isCommand(view)) {
    view.submit();
    return;
  }
  const { text } = view.composing;
  const written = text.value;
  const part = await second.load();
  if (part === undefined) sayBriefly(words.value.link.lacking);
  else if (text.value === written) part.obey(view);
}
