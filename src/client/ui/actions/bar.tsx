// What one can do with a message: react, reply, and with one's own, edit and delete.
import { useSignal } from "@preact/signals";
import { words } from "../i18n/index.ts";
import { Icon } from "./icons.tsx";
import { canEdit, type Line } from "./rows.ts";
import type { View } from "./view.ts";

const QUICK = ["👍", "❤️", "😂", "🎉", "😮", "🙏"];

interface Props {
  view: View;
  line: Line;
  /** Called at each deed but a reaction … */
  done: () => void;
  /** … and at a reaction. */
  reacted: () => void;
}

/** The buttons, in a bar over the message or in a sheet. */
export function Actions({ view, line, done, reacted }: Props) {
  const asking = useSignal(false);
  const { message: say } = words.value;
  const { message } = line;
  const act =
    (deed: () => void, before = done) =>
    () => {
      before();
      deed();
    };

  if (asking.value) {
    return (
      <fieldset class="actions asking" aria-label={say.actions}>
        <span>{say.reallyDelete}</span>
        <button type="button" class="danger" ref={focus} onClick={act(() => view.room.delete(message.seq))}>
          {say.delete}
        </button>
        <button type="button" onClick={done}>
          {say.keep}
        </button>
      </fieldset>
    );
  }
  return (
    <fieldset class="actions" ref={keepInSight} aria-label={say.actions}>
      <div class="quick">
        {QUICK.map((emoji) => {
          const on = mine(line, emoji, view.me.value);
          const name = on ? say.unreact(emoji) : say.react(emoji);
          return (
            <button
              key={emoji}
              type="button"
              title={name}
              aria-label={name}
              aria-pressed={on}
              onClick={act(() => view.room.react(message.seq, emoji, !on), reacted)}
            >
              {emoji}
            </button>
          );
        })}
      </div>
      <div class="deeds">
        <Deed is="reply" name={say.reply} onClick={act(() => view.composing.reply(message))} />
        {canEdit(line, view.me.value) && (
          <>
            <Deed is="edit" name={say.edit} onClick={act(() => view.composing.edit(message))} />
            <Deed
              is="delete"
              name={say.delete}
              onClick={() => {
                asking.value = true;
              }}
            />
          </>
        )}
      </div>
    </fieldset>
  );
}

/** Over the topmost message there is no room for the bar; there it goes below. */
function keepInSight(bar: HTMLFieldSetElement | null) {
  const timeline = bar?.closest(".timeline");
  if (bar && timeline && bar.getBoundingClientRect().top < timeline.getBoundingClientRect().top) bar.dataset.low = "";
}

/** The button that asked is gone, and the focus with it. */
function focus(button: HTMLButtonElement | null) {
  button?.focus();
}

function Deed({ is, name, onClick }: { is: "reply" | "edit" | "delete"; name: string; onClick: () => void }) {
  return (
    <button type="button" title={name} onClick={onClick}>
      <Icon is={is} />
      <span class="word">{name}</span>
    </button>
  );
}

/** Whether I set this emoji on the message. */
export function mine({ message }: Line, emoji: string, me: string): boolean {
  return message.reactions?.some((reaction) => reaction.emoji === emoji && reaction.by.includes(me)) ?? false;
}
