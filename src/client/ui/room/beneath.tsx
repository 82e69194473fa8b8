// The one quiet line between the talk and the composer: who is typing, who has seen my last message, what a finger can do.
import { laterWords } from "../../i18n/later/index.ts";
import { brief } from "../browser/brief.ts";
import { useNow } from "../browser/now.ts";
import { TapHint } from "../message/tap-hint.tsx";
import { keptFromWriting } from "../moderation/standing.ts";
import { nameOf } from "../people/called.ts";
import type { View } from "./view.ts";

/** The line. */
export function Beneath({ view }: { view: View }) {
  return (
    <>
      {/* Who listens hears what is put into a place that was there before. */}
      <span>
        <span role="status">{brief.value}</span>
        {brief.value === undefined && <Typing view={view} />}
      </span>
      <Seen view={view} />
    </>
  );
}

function Typing({ view }: { view: View }) {
  const { slowUntil } = view.state.value;
  const now = useNow(slowUntil !== undefined);
  const { typing: say, link } = laterWords.value;
  if (slowUntil !== undefined && slowUntil > now) return <span>{link.pause(Math.ceil((slowUntil - now) / 1000))}</span>;
  const [one, two, ...more] = view.typing.value.map((member) => nameOf(view, member));
  const kept = keptFromWriting(view);
  if (kept !== undefined) return <span>{laterWords.value.moderation.silent[kept]}</span>;
  if (one === undefined) return <TapHint view={view} />;
  const sentence = two === undefined ? say.one(one) : more.length === 0 ? say.two(one, two) : say.several;
  return (
    <span class="typing">
      <i aria-hidden="true" /> {sentence}
    </span>
  );
}

function Seen({ view }: { view: View }) {
  const last = view.entries.value.at(-1)?.message;
  if (last === undefined || last.seq === 0 || last.by !== view.me.value || !view.scroll.atEnd.value) return null;
  const { read } = view.state.value;
  const readers = [...read].flatMap(([member, seq]) => (seq >= last.seq && member !== last.by ? [member] : []));
  if (readers.length === 0) return null;
  const names = readers.map((member) => nameOf(view, member));
  return <span class="seen">{laterWords.value.seenBy(names)}</span>;
}
