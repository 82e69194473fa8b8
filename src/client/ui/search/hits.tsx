// What was found: messages, each with the line around the words, and how far was looked.
import { termsOf } from "../../../protocol/search.ts";
import { words as tables } from "../../i18n/index.ts";
import { laterWords } from "../../i18n/later/index.ts";
import { Avatar } from "../people/avatar.tsx";
import { Name } from "../people/name.tsx";
import { today } from "../timeline/today.ts";
import { clock, dayName, dayOf, fullTime } from "../timeline/when.ts";
import type { Finder, Hit } from "./finder.ts";
import { snippet } from "./snippet.ts";

interface Props {
  finder: Finder;
  choose: (seq: number) => void;
}

/** The messages found, the latest first, and what else there is to say. */
export function Hits({ finder, choose }: Props) {
  const { search } = laterWords.value;
  const found = finder.found.value;
  const terms = termsOf(found?.words ?? "");
  return (
    <>
      <p class="outcome" role="status">
        {outcome(finder)}
      </p>
      {found !== undefined && found.hits.length > 0 && (
        <ul>
          {found.hits.map((hit) => (
            <li key={hit.message.seq}>
              <button type="button" onClick={() => choose(hit.message.seq)}>
                <Line hit={hit} terms={terms} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {found?.more && !finder.looking.value && (
        <button type="button" class="secondary" onClick={finder.further}>
          {search.further}
        </button>
      )}
    </>
  );
}

function outcome({ words, found, looking, unreachable }: Finder): string {
  const { search } = laterWords.value;
  if (words.value.trim() === "") return search.hint;
  if (unreachable.value) return search.unreachable;
  const hits = found.value?.hits.length ?? 0;
  if (looking.value && hits === 0) return search.looking;
  if (found.value === undefined) return "";
  if (hits > 0) return search.found(hits, found.value.more);
  return found.value.more ? search.notYet : search.nowhere;
}

function Line({ hit: { message, author }, terms }: { hit: Hit; terms: readonly string[] }) {
  const table = tables.value;
  const { at, body } = message;
  const when = dayOf(at) === dayOf(today.value) ? clock(at, table.lang) : dayName(at, today.value, table);
  return (
    <>
      <Avatar person={author} />
      <span class="by">
        <Name person={author} />
        <time dateTime={new Date(at).toISOString()} title={fullTime(at, table.lang)}>
          {when}
        </time>
      </span>
      <span class="said" dir="auto">
        {snippet(body?.text ?? "", terms).map(({ text, hit }) => (hit ? <mark>{text}</mark> : text))}
      </span>
    </>
  );
}
