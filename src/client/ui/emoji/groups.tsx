// The groups of emoji, as a row of buttons.
import { laterWords } from "../../i18n/later/index.ts";

/** Each group's number in the data, with an emoji that stands for it. Without 2, which are parts of emoji. */
const SIGNS: readonly (readonly [group: number, sign: string])[] = [
  [0, "😀"],
  [1, "👋"],
  [3, "🐻"],
  [4, "🍎"],
  [5, "🚲"],
  [6, "⚽"],
  [7, "💡"],
  [8, "❤️"],
  [9, "🏁"],
];

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
