// The emoji that people set on a message. A click adds mine or takes it back.
import { words } from "../i18n/index.ts";
import { mine } from "./actions.tsx";
import type { Line } from "./rows.ts";
import type { View } from "./view.ts";

/** The chips under a message, or nothing. */
export function Reactions({ view, line }: { view: View; line: Line }) {
  const { reactions = [], seq } = line.message;
  if (reactions.length === 0) return null;
  const say = words.value.message;
  const nameOf = (member: string) =>
    member === view.me.value ? say.you : (view.people.value.get(member)?.name ?? member.slice(0, 4));
  return (
    <div class="reactions">
      {reactions.map(({ emoji, by }) => {
        const on = mine(line, emoji, view.me.value);
        return (
          <button
            key={emoji}
            type="button"
            class="chip"
            aria-pressed={on}
            title={say.reacted(emoji, by.map(nameOf))}
            onClick={() => view.room.react(seq, emoji, !on)}
          >
            <span class="emoji">{emoji}</span> <span class="count">{by.length}</span>
          </button>
        );
      })}
    </div>
  );
}
