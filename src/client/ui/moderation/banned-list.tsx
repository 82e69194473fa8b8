// Who may not come in, and why, with a button each to let them in again.
import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { words } from "../../i18n/index.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { Avatar } from "../people/avatar.tsx";
import { Name } from "../people/name.tsx";
import type { View } from "../room/view.ts";
import { fullTime } from "../timeline/when.ts";
import { askBanned, type Banned, lastBan } from "./banned.ts";

/** The list, asked for when it is unfolded, and with each ban from then on. */
export function BannedList({ view }: { view: View }) {
  const { moderation: say, search } = laterWords.value;
  const list = useSignal<Banned[] | undefined>(undefined);
  const failed = useSignal(false);
  const unfolded = useSignal(false);
  const since = useComputed(() => (unfolded.value ? lastBan(view.state.value) : undefined));
  const ask = async (asked: number) => {
    const answer = await askBanned(view.room.state.room);
    // An answer may come after that to a later question.
    if (since.peek() !== asked) return;
    list.value = answer;
    failed.value = answer === undefined;
  };
  useSignalEffect(() => {
    if (since.value !== undefined) void ask(since.value);
  });
  const lift = (who: string) => {
    view.room.moderate({ kind: "ban", who, seconds: 0 });
    list.value = list.value?.filter((each) => each.who.member !== who);
  };
  return (
    <details
      class="banned"
      onToggle={({ currentTarget }) => {
        unfolded.value = currentTarget.open;
      }}
    >
      <summary>{say.banned}</summary>
      {failed.value && <p>{search.unreachable}</p>}
      {list.value?.length === 0 && <p>{say.nobodyBanned}</p>}
      <ul>
        {list.value?.map((each) => (
          <One key={each.who.member} banned={each} lift={() => lift(each.who.member)} />
        ))}
      </ul>
    </details>
  );
}

function One({ banned: { who, until, address, by, reason }, lift }: { banned: Banned; lift: () => void }) {
  const { moderation: say } = laterWords.value;
  return (
    <li>
      <Avatar person={who} />
      <Name person={who} />
      <button type="button" onClick={lift}>
        {say.lift}
      </button>
      <p>
        {until === null ? say.forGood : say.until(fullTime(until, words.value.lang))}
        {address && ` · ${say.addressToo}`}
        {by && (
          <>
            {" · "}
            <Name person={by} />
          </>
        )}
        {reason && (
          <>
            {" · "}
            <bdi>{reason}</bdi>
          </>
        )}
      </p>
    </li>
  );
}
