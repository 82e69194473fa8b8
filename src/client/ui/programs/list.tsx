// The bots and webhooks that there are, and the ways to another.
import { laterWords } from "../../i18n/later/index.ts";
import { programWords } from "../../i18n/programs/index.ts";
import { LaterIcon } from "../controls/later-icons.tsx";
import { myRole } from "../moderation/standing.ts";
import type { View } from "../room/view.ts";
import type { Listed, No, Wish } from "./asks.ts";
import { Program } from "./program.tsx";
import { Why } from "./why.tsx";

interface Props {
  view: View;
  /** Nothing while the room has not answered. */
  list: readonly Listed[] | undefined;
  no: No | undefined;
  /** Something was done about one of them. */
  changed: () => Promise<void>;
  add: (what: Wish["is"]) => void;
}

/** The list. */
export function List({ view, list, no, changed, add }: Props) {
  const say = programWords.value;
  // Whom a room tells of what is said in it is for its owner to say.
  const kinds: Wish["is"][] = myRole(view) === "owner" ? ["bot", "hook", "out"] : ["bot", "hook"];
  return (
    <>
      <h2>{laterWords.value.moderation.programs}</h2>
      <p class="lead">{say.lead}</p>
      <Why no={no} />
      {list === undefined && no === undefined && <p class="none">{say.loading}</p>}
      {list?.length === 0 && <p class="none">{say.none}</p>}
      <ul class="listed">
        {list?.map((program) => (
          <Program key={program.who.member} view={view} program={program} changed={changed} />
        ))}
      </ul>
      <ul class="ways">
        {kinds.map((kind) => (
          <li key={kind}>
            <button type="button" onClick={() => add(kind)}>
              <LaterIcon is="plus" />
              <span>
                <b>{say[kind].add}</b> <small>{say[kind].about}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
