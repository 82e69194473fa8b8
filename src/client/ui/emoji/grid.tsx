// Emoji in rows. One of them can have the focus by Tab; the arrows move it.
import { useSignal } from "@preact/signals";
import type { TargetedKeyboardEvent } from "preact";
import { useRef } from "preact/hooks";
import { laterWords } from "../../i18n/later/index.ts";
import { isComposing } from "../browser/keys.ts";
import type { Section } from "./sections.ts";
import { stepFrom } from "./step.ts";

interface Props {
  sections: readonly Section[];
  choose: (emoji: string) => void;
  /** The arrow went up from the first row. */
  leave: () => void;
}

/** The emoji of these sections. */
export function Grid({ sections, choose, leave }: Props) {
  const active = useSignal(0);
  const grid = useRef<HTMLDivElement>(null);
  const count = sections.reduce((sum, { emoji }) => sum + emoji.length, 0);
  const current = Math.min(active.value, Math.max(0, count - 1));
  const options = () => [...(grid.current?.querySelectorAll<HTMLElement>('[role="option"]') ?? [])];

  const key = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const all = options();
    const next = stepFrom(
      all.map(({ offsetLeft: x, offsetTop: y }) => ({ x, y })),
      current,
      event.key,
    );
    if (next === undefined) return;
    event.preventDefault();
    if (next === "above") leave();
    else all[next]?.focus();
  };

  let before = 0;
  return (
    <div class="emoji-grid" ref={grid} role="listbox" aria-label={laterWords.value.emoji.title} onKeyDown={key}>
      {sections.map(({ key, heading, emoji }) => {
        const from = before;
        before += emoji.length;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a listbox has groups, not fieldsets
          <div key={key} role="group" aria-label={heading}>
            {heading !== undefined && <p aria-hidden="true">{heading}</p>}
            {emoji.map(({ unicode, name }, index) => (
              <button
                key={unicode}
                type="button"
                role="option"
                title={name}
                aria-label={name}
                aria-selected={from + index === current}
                tabIndex={from + index === current ? 0 : -1}
                onFocus={() => {
                  active.value = from + index;
                }}
                onClick={() => choose(unicode)}
              >
                {unicode}
              </button>
            ))}
          </div>
        );
      })}
    </div>
  );
}
