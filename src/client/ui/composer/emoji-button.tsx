// The way to the emoji, beside what I write.
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { words } from "../../i18n/index.ts";
import { Icon } from "../controls/icons.tsx";
import type { View } from "../room/view.ts";
import { emojiPart } from "./part.ts";

/** The button, with the emoji over it while they are open. */
export function EmojiButton({ view }: { view: View }) {
  const open = useSignal(false);
  const button = useRef<HTMLButtonElement>(null);
  const name = words.value.composer.emoji;
  const part = open.value ? emojiPart.value : undefined;
  return (
    <>
      <button
        ref={button}
        type="button"
        class="quiet emoji-button"
        aria-label={name}
        title={name}
        aria-expanded={open.value}
        onClick={() => {
          open.value = !open.value;
        }}
      >
        <Icon is="smile" />
      </button>
      {part && (
        <part.EmojiPanel
          view={view}
          opener={button}
          closed={() => {
            open.value = false;
          }}
        />
      )}
    </>
  );
}
