// What moderators and the owner can set for the room: its title, who may write, how fast, who comes in,
// and how long it keeps what was said.
import { DAY_S, KEPT_S } from "../../../protocol/limits.ts";
import type { NewRules } from "../../../protocol/rules.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { LaterIcon } from "../controls/later-icons.tsx";
import { openPrograms } from "../programs/part.ts";
import type { View } from "../room/view.ts";
import { BannedList } from "./banned-list.tsx";
import { PasscodeRule } from "./passcode-rule.tsx";
import { myRole, rulesOf } from "./standing.ts";
import { TitleRule } from "./title-rule.tsx";

const WRITE = ["everyone", "members", "moderators"] as const;
/** Seconds between two messages of one person. */
const SLOW = [0, 10, 60, 300];

/** The choices; each is made at once. */
export function RoomRules({ view }: { view: View }) {
  const { moderation: say } = laterWords.value;
  const rules = rulesOf(view);
  const owner = myRole(view) === "owner";
  const set = (some: NewRules) => view.room.moderate({ kind: "rules", rules: some });
  const paces = SLOW.includes(rules.slow) ? SLOW : [...SLOW, rules.slow];
  return (
    <fieldset class="rules">
      <legend>{say.rules}</legend>
      <TitleRule view={view} title={rules.title} />
      {owner && (
        <label>
          {say.write}
          <select
            value={rules.write}
            onChange={({ currentTarget }) => set({ write: WRITE[currentTarget.selectedIndex] ?? "everyone" })}
          >
            {WRITE.map((who) => (
              <option key={who} value={who}>
                {say.writers[who]}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        {say.slow}
        <select
          value={rules.slow}
          onChange={({ currentTarget }) => set({ slow: paces[currentTarget.selectedIndex] ?? 0 })}
        >
          {paces.map((seconds) => (
            <option key={seconds} value={seconds}>
              {seconds === 0 ? say.notSlow : say.every(seconds)}
            </option>
          ))}
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={rules.locked}
          onChange={({ currentTarget }) => set({ locked: currentTarget.checked })}
        />
        {say.locked}
      </label>
      {owner && (
        <label>
          {say.keep}
          <select
            value={rules.keep}
            onChange={({ currentTarget }) => set({ keep: KEPT_S[currentTarget.selectedIndex] ?? 0 })}
          >
            {KEPT_S.map((seconds) => (
              <option key={seconds} value={seconds}>
                {seconds === 0 ? say.keepForEver : say.kept(seconds / DAY_S)}
              </option>
            ))}
          </select>
        </label>
      )}
      {owner && (
        <label class="check">
          <input
            type="checkbox"
            checked={rules.listed}
            onChange={({ currentTarget }) => set({ listed: currentTarget.checked })}
          />
          {say.listed}
        </label>
      )}
      {owner && <PasscodeRule view={view} on={rules.pass} />}
      <BannedList view={view} />
      <button type="button" class="quiet labelled" aria-haspopup="dialog" onClick={() => openPrograms(view)}>
        <LaterIcon is="bot" />
        {say.programs}
      </button>
    </fieldset>
  );
}
