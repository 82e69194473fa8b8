// The groups of emoji, as a row of buttons.
import { laterWords } from "../../i18n/later/index.ts";
import { SIGNS } from "./group-signs.ts";

/** The row; `group` is the one that is shown. */
export function Groups({ group, choose }: { group: number | undefined; choose: (group: number) => void }) {
  const { emoji: say } = laterWords.value;
  return (
    <fieldset class="groups" aria-label={say.groupsName}>
      {SIGNS.map(([number, sign], index) => (
        <button
          key={number}
          type="button"
          aria-label={say.groups[index]}
          title={say.groups[index]}
          aria-pressed={number === group}
          onClick={() => choose(number)}
        >
          {sign}
        </button>
      ))}
    </fieldset>
  );
}
