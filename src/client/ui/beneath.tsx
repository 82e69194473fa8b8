// The one quiet line between the talk and the composer: who is typing, who has seen my last message.
import { isolate, words } from "../i18n/index.ts";
import { brief } from "./brief.ts";
import { useNow } from "./now.ts";
import type { View } from "./view.ts";

/** The line. */
export function Beneath({ view }: { view: View }) {
  return (
    <>
      {brief.value === undefined ? <Typing view={view} /> : <span role="status">{brief.value}</span>}
      <Seen view={view} />
    </>
  );
}

function Typing({ view }: { view: View }) {
  const { typing, slowUntil } = view.state.value;
  const now = useNow(slowUntil !== undefined);
  const { typing: say, link } = words.value;
  if (slowUntil !== undefined && slowUntil > now) return <span>{link.pause(Math.ceil((slowUntil - now) / 1000))}</span>;
  const [one, two, ...more] = typing.map((member) => isolate(view.people.value.get(member)?.name ?? "…"));
  if (one === undefined) return null;
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
  const names = readers.map((member) => isolate(view.people.value.get(member)?.name ?? "…"));
  return <span class="seen">{words.value.seenBy(names)}</span>;
}
