// Choosing an emoji: by searching, or from groups, those chosen lately first. The arrows go from one to the next.
import { useSignal } from "@preact/signals";
import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { laterWords } from "../../i18n/later/index.ts";
import { isComposing } from "../browser/keys.ts";
import { touch } from "../browser/media.ts";
import { Grid } from "./grid.tsx";
import { Groups } from "./groups.tsx";
import { emojiNow } from "./known.ts";
import { recent, wasChosen } from "./recent.ts";
import { sectionsFor } from "./sections.ts";

interface Props {
  chosen: (emoji: string) => void;
  /** Esc was pressed; the focus is then for whoever opened it to place. */
  close: () => void;
}

/** The picker, for a popover or a sheet. */
export function Picker({ chosen, close }: Props) {
  const { emoji: say } = laterWords.value;
  const query = useSignal("");
  const group = useSignal(0);
  // As they were when it was opened: nothing moves under the finger.
  const lately = useRef(recent.peek());
  const picker = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // On touch it would raise the keyboard over half of the emoji.
    if (!touch.value) search.current?.focus();
  }, []);

  const all = emojiNow();
  const wish = { query: query.value, group: group.value, recent: lately.current };
  const sections = sectionsFor(all ?? [], wish, say);
  const searching = query.value.trim() !== "";
  const first = sections[0]?.emoji[0];
  const choose = (emoji: string) => {
    wasChosen(emoji);
    chosen(emoji);
  };

  const key = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (isComposing(event) || event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  const searchKey = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (isComposing(event)) return;
    if (event.key === "ArrowDown") picker.current?.querySelector<HTMLElement>('[role="option"][tabindex="0"]')?.focus();
    else if (event.key === "Enter" && searching && first !== undefined) choose(first.unicode);
    else return;
    event.preventDefault();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc, from wherever in it the focus is
    <div class="emoji-picker" ref={picker} onKeyDown={key}>
      <input
        ref={search}
        type="search"
        value={query.value}
        placeholder={say.search}
        aria-label={say.search}
        autocomplete="off"
        onInput={({ currentTarget }) => {
          query.value = currentTarget.value;
        }}
        onKeyDown={searchKey}
      />
      <Groups
        group={searching ? undefined : group.value}
        choose={(next) => {
          query.value = "";
          group.value = next;
        }}
      />
      {all !== undefined && sections.every(({ emoji }) => emoji.length === 0) ? (
        <p class="none" role="status">
          {say.none}
        </p>
      ) : (
        <Grid
          key={searching ? "found" : group.value}
          sections={sections}
          choose={choose}
          leave={() => search.current?.focus()}
        />
      )}
    </div>
  );
}
