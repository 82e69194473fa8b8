// The emoji that are closest at hand.
import type { Message } from "../../../../protocol/event.ts";
import { laterWords } from "../../../i18n/later/index.ts";
import type { View } from "../../room/view.ts";
import { isMine } from "../../timeline/entries.ts";

const QUICK = ["👍", "❤️", "😂", "🎉", "😮", "🙏"];

interface Props {
  view: View;
  message: Message;
  /** At most so many. */
  most?: number;
  reacted?: () => void;
}

/** Buttons that set my emoji on a message, or take it back. */
export function Quick({ view, message, most = QUICK.length, reacted }: Props) {
  const { actions: say } = laterWords.value;
  return (
    <div class="quick">
      {QUICK.slice(0, most).map((emoji) => {
        const on = isMine(message, emoji, view.me.value);
        const name = on ? say.unreact(emoji) : say.react(emoji);
        return (
          <button
            key={emoji}
            type="button"
            title={name}
            aria-label={name}
            aria-pressed={on}
            onClick={() => {
              view.room.react(message.seq, emoji, !on);
              reacted?.();
            }}
          >
            {emoji}
          </button>
        );
      })}
    </div>
  );
}
