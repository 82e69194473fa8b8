// What one can do with a message, in a bar over it: for the mouse, and for the keyboard.
import { useLayoutEffect, useRef } from "preact/hooks";
import { laterWords } from "../../../i18n/later/index.ts";
import { Icon } from "../../controls/icons.tsx";
import { LaterIcon } from "../../controls/later-icons.tsx";
import { Picker } from "../../emoji/picker.tsx";
import type { View } from "../../room/view.ts";
import { canEdit, type Entry } from "../../timeline/entries.ts";
import { doneWith } from "../attention.ts";
import { deedsOf } from "./deeds.ts";
import { Quick } from "./quick.tsx";

interface Props {
  view: View;
  entry: Entry;
}

/** The bar. */
export function ActionBar({ view, entry }: Props) {
  const { key, message } = entry;
  const { picking } = view.panels;
  const say = laterWords.value.actions;
  if (picking.value === key) {
    const close = () => {
      picking.value = undefined;
      doneWith(view, key);
    };
    return (
      <Picking
        chosen={(emoji) => {
          view.room.react(message.seq, emoji, true);
          close();
        }}
        close={close}
        gone={() => {
          picking.value = undefined;
        }}
      />
    );
  }
  return (
    <fieldset class="actions" ref={keepInSight} aria-label={say.title}>
      <Quick view={view} message={message} most={4} />
      <button
        type="button"
        title={say.moreEmoji}
        aria-label={say.moreEmoji}
        onClick={() => {
          picking.value = key;
        }}
      >
        <Icon is="smile" />
      </button>
      <div class="deeds">
        {deedsOf(view, message, canEdit(entry, view.me.value)).map(({ is, name, act }) => (
          <button
            key={is}
            type="button"
            title={name}
            aria-label={name}
            onClick={() => {
              // But not after a reaction: there may be another.
              doneWith(view, key);
              act();
            }}
          >
            <LaterIcon is={is} />
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** The emoji in place of the bar; a press anywhere else closes them. */
function Picking(props: { chosen: (emoji: string) => void; close: () => void; gone: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  // Also where the message goes from under them; and before others are there, which stay.
  useLayoutEffect(() => props.gone, []);
  useLayoutEffect(() => keepInSight(place.current), []);
  useLayoutEffect(() => {
    const elsewhere = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && place.current?.contains(target))) props.close();
    };
    addEventListener("pointerdown", elsewhere);
    return () => removeEventListener("pointerdown", elsewhere);
  }, []);
  return (
    <div class="actions picking" ref={place}>
      <Picker {...props} />
    </div>
  );
}

/** Over the topmost message there is no room for the bar; there it goes below. */
function keepInSight(bar: HTMLElement | null) {
  const timeline = bar?.closest(".timeline");
  if (bar && timeline && bar.getBoundingClientRect().top < timeline.getBoundingClientRect().top) bar.dataset.low = "";
}
