// The sheet in which a message is found by its words; a press on one goes there.
import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { SEARCH_UNITS } from "../../../protocol/limits.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { isComposing } from "../browser/keys.ts";
import { Sheet } from "../controls/sheet.tsx";
import type { View } from "../room/view.ts";
import type { Finder } from "./finder.ts";
import { Hits } from "./hits.tsx";

interface Props {
  view: View;
  finder: Finder;
  closed: () => void;
}

/** The sheet, open as long as it is drawn. */
export function SearchSheet({ view, finder, closed }: Props) {
  const { search } = laterWords.value;
  const { words } = finder;
  const inside = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  // What was looked for last is there, to be looked through further or to be written over.
  useEffect(() => field.current?.select(), []);

  const keys = (event: TargetedKeyboardEvent<HTMLElement>, close: () => void) => {
    if (isComposing(event)) return;
    if (event.key === "Escape") {
      // In a field for searching, some browsers would take it to empty the field.
      event.preventDefault();
      return close();
    }
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && step(inside.current, by)) event.preventDefault();
    if (event.key === "Enter" && event.target === field.current) finder.begin();
  };

  return (
    <Sheet name={search.open} at="corner" closed={closed}>
      {(close) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: the arrows, from wherever in it the focus is
        <div class="search" ref={inside} onKeyDown={(event) => keys(event, close)}>
          <input
            ref={field}
            type="search"
            autofocus
            dir="auto"
            enterkeyhint="search"
            autocomplete="off"
            maxLength={SEARCH_UNITS}
            value={words.value}
            placeholder={search.placeholder}
            aria-label={search.open}
            onInput={({ currentTarget }) => finder.write(currentTarget.value)}
          />
          <Hits
            finder={finder}
            choose={(seq) => {
              close();
              void view.jumps.goTo(seq);
            }}
          />
        </div>
      )}
    </Sheet>
  );
}

/** From the field to the first message found, and from one to the next. */
function step(inside: HTMLElement | null, by: number): boolean {
  const stops = [...(inside?.querySelectorAll<HTMLElement>("input, button") ?? [])];
  const next = stops[stops.findIndex((stop) => stop.matches(":focus")) + by];
  next?.focus();
  return next !== undefined;
}
