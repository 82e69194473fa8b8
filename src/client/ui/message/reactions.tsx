// The emoji that people set on a message. A click adds mine or takes it back.
import type { Message } from "../../../protocol/event.ts";
import { words } from "../../i18n/index.ts";
import { nameOrYou } from "../people/called.ts";
import type { View } from "../room/view.ts";
import { isMine } from "../timeline/entries.ts";

/** The chips under a message, or nothing. */
export function Reactions({ view, message }: { view: View; message: Message }) {
  const { reactions = [], seq } = message;
  if (reactions.length === 0) return null;
  const say = words.value.message;
  return (
    <div class="reactions">
      {reactions.map(({ emoji, by }) => {
        const on = isMine(message, emoji, view.me.value);
        const who = say.reacted(
          emoji,
          by.map((member) => nameOrYou(view, member)),
        );
        return (
          <button
            key={emoji}
            type="button"
            class="chip"
            aria-pressed={on}
            aria-label={who}
            title={who}
            onClick={() => view.room.react(seq, emoji, !on)}
          >
            <span class="emoji">{emoji}</span> <span class="count">{by.length}</span>
          </button>
        );
      })}
    </div>
  );
}
