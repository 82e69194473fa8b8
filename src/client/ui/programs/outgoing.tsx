// What an outgoing webhook is about: its address, whether it goes on, and what became of the last that it was told.
import { isolate, words } from "../../i18n/index.ts";
import { programWords } from "../../i18n/programs/index.ts";
import { today } from "../timeline/today.ts";
import { clock, dayName, fullTime } from "../timeline/when.ts";
import { type Delivery, type No, type Outgoing, pause, sendAgain } from "./asks.ts";

interface Props {
  room: string;
  out: Outgoing;
  act: (doing: Promise<{ value: unknown } | No>) => Promise<void>;
}

/** The part of its entry that other programs don't have. */
export function OutgoingPart({ room, out, act }: Props) {
  const { out: say } = programWords.value;
  const { who, url, paused, last } = out;
  return (
    <div class="outgoing">
      {url !== undefined && (
        <p class="to" title={url}>
          <bdi>{url}</bdi>
        </p>
      )}
      <p class="state">
        <span class={standing(out)}>{stateOf(out)}</span>
        <button type="button" onClick={() => void act(pause(room, who.member, !paused))}>
          {paused ? say.resume : say.pause} <span class="unseen-words">{isolate(who.name)}</span>
        </button>
      </p>
      <details>
        <summary>
          {say.last} <span class="count">{last.length}</span>
        </summary>
        {last.length === 0 && <p class="none">{say.noneYet}</p>}
        <ol>
          {last.toReversed().map((delivery) => (
            <One
              key={`${delivery.seq} ${delivery.at}`}
              delivery={delivery}
              again={async () => {
                await act(sendAgain(room, who.member, delivery.seq));
              }}
            />
          ))}
        </ol>
      </details>
    </div>
  );
}

/** The time, and the day where it is another. */
function when(at: number): string {
  const [day, now] = [at, today.value].map((each) => dayName(each, today.value, words.value));
  const time = clock(at, words.value.lang);
  return day === now ? time : `${day} ${time}`;
}

/** How it stands with it: its colour, beside the words. */
function standing({ paused, since }: Outgoing): "on" | "off" | "bad" | "trying" {
  if (paused) return since === undefined ? "off" : "bad";
  return since === undefined ? "on" : "trying";
}

function stateOf({ paused, since, due }: Outgoing): string {
  const { out: say } = programWords.value;
  if (paused) return since === undefined ? say.paused : say.silent(when(since));
  if (since === undefined) return say.on;
  return due === undefined ? say.trying(when(since)) : say.tryAgain(when(since), when(due));
}

function One({ delivery, again }: { delivery: Delivery; again: () => Promise<void> }) {
  const { out: say } = programWords.value;
  const { at, ms, tries } = delivery;
  const { lang } = words.value;
  const { fate, said } = becameOf(delivery);
  return (
    <li>
      <span class={`fate ${fate}`}>{said}</span>
      <span class="how">
        <time dateTime={new Date(at).toISOString()} title={fullTime(at, lang)}>
          {when(at)}
        </time>
        {" · "}
        {say.ms(ms)}
        {tries > 1 && ` · ${say.tries(tries)}`}
      </span>
      <button type="button" onClick={() => void again()}>
        {say.again}
      </button>
    </li>
  );
}

/** What became of a delivery, and how that is said. */
function becameOf({ status }: Delivery): { fate: "good" | "bad"; said: string } {
  const { out: say } = programWords.value;
  if (typeof status === "number") {
    const arrived = status >= 200 && status < 300;
    return arrived ? { fate: "good", said: say.arrived(status) } : { fate: "bad", said: say.refused(status) };
  }
  const known = Object.entries(say.failures).find(([word]) => word === status)?.[1];
  return { fate: "bad", said: known ?? say.failed(isolate(status)) };
}
