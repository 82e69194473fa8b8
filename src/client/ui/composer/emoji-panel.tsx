// The emoji for what I write: over their button with a mouse, in a sheet under the thumb.
import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { laterWords } from "../../i18n/later/index.ts";
import { touch } from "../browser/media.ts";
import { Sheet } from "../controls/sheet.tsx";
import { Picker } from "../emoji/picker.tsx";
import type { View } from "../room/view.ts";
import { insert, setText } from "./insert.ts";

interface Props {
  view: View;
  opener: RefObject<HTMLButtonElement | null>;
  closed: () => void;
}

/** The panel, open as long as it is drawn. What is chosen is written where the caret was. */
export function EmojiPanel({ view, opener, closed }: Props) {
  const write = (emoji: string) => {
    const field = view.field.current;
    if (field === null) return;
    const change = { from: field.selectionStart, to: field.selectionEnd, text: emoji };
    if (touch.value) setText(field, change);
    else insert(field, change);
  };
  if (!touch.value) return <Popover write={write} opener={opener} closed={closed} />;
  return (
    <Sheet name={laterWords.value.emoji.title} closed={closed}>
      {(close) => (
        <Picker
          chosen={(emoji) => {
            close();
            write(emoji);
          }}
          close={close}
        />
      )}
    </Sheet>
  );
}

function Popover({ write, opener, closed }: { write: (emoji: string) => void } & Omit<Props, "view">) {
  const popover = useRef<HTMLDivElement>(null);
  // It stops listening before another is there: what one does with that is elsewhere.
  useLayoutEffect(() => {
    const elsewhere = ({ target }: Event) => {
      const inside = target instanceof Node && (popover.current?.contains(target) || opener.current?.contains(target));
      if (!inside) closed();
    };
    document.addEventListener("pointerdown", elsewhere);
    document.addEventListener("focusin", elsewhere);
    return () => {
      document.removeEventListener("pointerdown", elsewhere);
      document.removeEventListener("focusin", elsewhere);
    };
  }, []);
  return (
    <div ref={popover} class="emoji-popover" role="dialog" aria-label={laterWords.value.emoji.title}>
      <Picker
        chosen={(emoji) => {
          closed();
          write(emoji);
        }}
        close={() => {
          closed();
          opener.current?.focus();
        }}
      />
    </div>
  );
}
