// The form for another bot or webhook. What the room refuses is said below it, and what was typed stays.
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Scope } from "../../../protocol/bot.ts";
import type { Tell } from "../../../protocol/hook.ts";
import { programWords } from "../../i18n/programs/index.ts";
import { touch } from "../browser/media.ts";
import { scopes } from "../people/program-tag.ts";
import { type Made, makeProgram, type No, TELLS, type Wish } from "./asks.ts";
import { Why } from "./why.tsx";

interface Props {
  room: string;
  what: Wish["is"];
  back: () => void;
  made: (made: Made) => void;
}

/** The form. */
export function Adding({ room, what, back, made }: Props) {
  const say = programWords.value;
  const name = useSignal("");
  const may = useSignal<Scope>("both");
  const url = useSignal("");
  const tells = useSignal<readonly Tell[]>(["messages"]);
  const no = useSignal<No | undefined>(undefined);
  const busy = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  // On touch it would raise the keyboard.
  useEffect(() => {
    if (!touch.value) field.current?.focus();
  }, []);
  const lacks = name.value.trim() === "" || (what === "out" && (url.value.trim() === "" || tells.value.length === 0));
  const wishOf = (): Wish => {
    if (what === "bot") return { is: what, name: name.value, may: may.value };
    if (what === "hook") return { is: what, name: name.value };
    return { is: what, name: name.value, url: url.value.trim(), tells: tells.value };
  };
  const add = async () => {
    if (lacks || busy.value) return;
    busy.value = true;
    const answer = await makeProgram(room, wishOf());
    busy.value = false;
    no.value = "no" in answer ? answer : undefined;
    if ("value" in answer) made(answer.value);
  };
  return (
    <>
      <h2>{say[what].add}</h2>
      <p class="lead">{say[what].about}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <label>
          {say.name}
          <input
            ref={field}
            dir="auto"
            autocomplete="off"
            value={name.value}
            onInput={({ currentTarget }) => {
              name.value = currentTarget.value;
            }}
          />
        </label>
        {what === "bot" && <May may={may.value} choose={(scope) => (may.value = scope)} />}
        {what === "out" && (
          <>
            <label>
              {say.out.address}
              <input
                dir="ltr"
                inputMode="url"
                autocomplete="off"
                autocapitalize="off"
                spellcheck={false}
                placeholder="https://"
                value={url.value}
                onInput={({ currentTarget }) => {
                  url.value = currentTarget.value;
                }}
              />
            </label>
            <Told of={tells.value} choose={(some) => (tells.value = some)} />
          </>
        )}
        <Why no={no.value} />
        <div class="ends">
          <button type="button" class="secondary" onClick={back}>
            {say.back}
          </button>
          <button type="submit" class="primary" disabled={lacks || busy.value}>
            {say.add}
          </button>
        </div>
      </form>
    </>
  );
}

/** What a bot may do. */
function May({ may, choose }: { may: Scope; choose: (scope: Scope) => void }) {
  const { bot: say } = programWords.value;
  return (
    <fieldset>
      <legend>{say.may}</legend>
      <div class="choice">
        {scopes.map((scope) => (
          <button key={scope} type="button" aria-pressed={scope === may} onClick={() => choose(scope)}>
            {say.scopes[scope]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** What an outgoing webhook is told of. */
function Told({ of, choose }: { of: readonly Tell[]; choose: (some: readonly Tell[]) => void }) {
  const { out: say } = programWords.value;
  return (
    <fieldset>
      <legend>{say.tells}</legend>
      {TELLS.map((kind) => (
        <label key={kind} class="check">
          <input
            type="checkbox"
            checked={of.includes(kind)}
            onChange={({ currentTarget }) =>
              choose(TELLS.filter((each) => (each === kind ? currentTarget.checked : of.includes(each))))
            }
          />
          {say.kinds[kind]}
        </label>
      ))}
    </fieldset>
  );
}
