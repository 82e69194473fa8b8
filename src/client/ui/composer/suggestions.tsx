// The list of what a word can be completed to, over the field. The focus stays in the field.
import { isolate } from "../../i18n/index.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { Avatar } from "../people/avatar.tsx";
import type { Completion } from "./completion.ts";
import type { Option } from "./options.ts";

export const LIST = "suggestions";
export const optionId = (index: number) => `${LIST}-${index}`;

/** The list, while there is something in it; it says how much there is. */
export function Suggestions({ completion }: { completion: Completion }) {
  const { asked, options, active, accept } = completion;
  const { writing } = laterWords.value;
  const { length } = options.value;
  return (
    <>
      <p class="unseen-words" role="status">
        {length === 0 ? "" : writing.suggestions(length)}
      </p>
      {asked.value !== undefined && length > 0 && (
        <div class="suggestions" id={LIST} role="listbox" aria-label={writing[asked.value.kind]} tabIndex={-1}>
          {options.value.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
            <div
              key={option.key}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active.value}
              ref={index === active.value ? inSight : null}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => accept(option)}
            >
              <Line option={option} />
            </div>
          ))}
        </div>
      )}
    </>
  );
}

function Line({ option: { sign, name, more } }: { option: Option }) {
  if ("command" in sign)
    return (
      <>
        <code>
          {sign.command} <i>{name}</i>
        </code>
        <small>{more}</small>
      </>
    );
  return (
    <>
      {"person" in sign ? <Avatar person={sign.person} /> : <span class="emoji">{sign.emoji}</span>}
      <span>{"person" in sign ? isolate(name) : name}</span>
      <small>{more}</small>
    </>
  );
}

function inSight(option: HTMLElement | null) {
  option?.scrollIntoView({ block: "nearest" });
}
