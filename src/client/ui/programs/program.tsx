// One bot or webhook: what it is and may do, who made it and when, and the way to take it away.
import { useSignal } from "@preact/signals";
import { isolate, words } from "../../i18n/index.ts";
import { programWords } from "../../i18n/programs/index.ts";
import { Avatar } from "../people/avatar.tsx";
import { Name } from "../people/name.tsx";
import type { View } from "../room/view.ts";
import { today } from "../timeline/today.ts";
import { dayName, fullTime } from "../timeline/when.ts";
import { type Listed, type No, revoke, TELLS } from "./asks.ts";
import { OutgoingPart } from "./outgoing.tsx";
import { Why } from "./why.tsx";

interface Props {
  view: View;
  program: Listed;
  changed: () => Promise<void>;
}

/** The program, in a list of them. */
export function Program({ view, program, changed }: Props) {
  const say = programWords.value;
  const { who, by, at, standing } = program;
  const no = useSignal<No | undefined>(undefined);
  /** Does something about it, and says where the room refused. */
  const act = async (doing: Promise<{ value: unknown } | No>) => {
    const answer = await doing;
    no.value = "no" in answer ? answer : undefined;
    if ("value" in answer) await changed();
  };
  return (
    <li>
      <Avatar person={who} />
      <Name person={who} />
      <Remove name={isolate(who.name)} act={() => void act(revoke(view.room.state.room, who.member))} />
      <p class="made">
        {doesWhat(program)}
        {by && ` · ${say.madeBy(isolate(by.name))}`}
        {" · "}
        <time dateTime={new Date(at).toISOString()} title={fullTime(at, words.value.lang)}>
          {dayName(at, today.value, words.value)}
        </time>
      </p>
      {standing && <OutgoingPart room={view.room.state.room} out={standing} act={act} />}
      <Why no={no.value} />
    </li>
  );
}

function doesWhat({ is, may, out, standing }: Listed): string {
  const say = programWords.value;
  if (!out) return is === "bot" ? say.bot.does[may] : say.hook.does;
  const told = TELLS.filter((kind) => standing?.tells.includes(kind));
  return told.length === TELLS.length ? say.out.doesAll : say.out.does(told.map((kind) => say.out.told[kind]));
}

/** Asked once more, for it can't be taken back. */
function Remove({ name, act }: { name: string; act: () => void }) {
  const { remove, removeSure } = programWords.value;
  const asked = useSignal(false);
  const press = () => {
    if (asked.value) act();
    asked.value = !asked.value;
  };
  return (
    <button
      type="button"
      class={asked.value ? "grave" : ""}
      onClick={press}
      onBlur={() => {
        asked.value = false;
      }}
    >
      {asked.value ? removeSure : remove} <span class="unseen-words">{name}</span>
    </button>
  );
}
