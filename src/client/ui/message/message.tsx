// One message in the timeline: who, when, what it says, what became of it, and what one can do with it.
import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { mentionsMe } from "../../../protocol/mentions.ts";
import { words } from "../../i18n/index.ts";
import { Avatar } from "../people/avatar.tsx";
import { Name } from "../people/name.tsx";
import { usePerson } from "../people/person.ts";
import { second } from "../room/second.ts";
import type { View } from "../room/view.ts";
import { canAnswer } from "../timeline/entries.ts";
import { skipOutOfSight } from "../timeline/out-of-sight.ts";
import type { MessageRow } from "../timeline/rows.ts";
import { bareClock, clock, fullTime } from "../timeline/when.ts";
import { Quote } from "./quote.tsx";
import { Reactions } from "./reactions.tsx";
import { Text } from "./text.tsx";

interface Props {
  view: View;
  row: MessageRow;
}

/** The mouse or the keyboard is at the message: it tells more. */
interface Near {
  near: boolean;
}

/** A message. `last` is where Tab enters the timeline; from there the arrows go on. */
export function Message({ view, row, last }: Props & { last: boolean }) {
  const article = useRef<HTMLElement>(null);
  const { entry, opens } = row;
  const { message, fate } = entry;
  const own = message.by === view.me.value;
  const lit = useComputed(() => view.jumps.lit.value === row.key);
  const near = useComputed(() => view.panels.near.value === row.key).value;
  const text = message.body?.text ?? "";
  // Only where there is an @, so that the others don't hear of new people.
  const called = !own && text.includes("@") && mentionsMe(text, view.me.value, view.people.value.values());

  useEffect(() => {
    if (article.current !== null) return skipOutOfSight(article.current);
  }, []);

  const classes = ["message", own && "own", opens && "opens", fate, lit.value && "lit", called && "called"];
  const part = near && canAnswer(entry) ? second.value : undefined;
  return (
    <article ref={article} class={classes.filter(Boolean).join(" ")} data-key={row.key} tabIndex={last ? 0 : -1}>
      {opens && !own && <Picture view={view} by={message.by} />}
      <Said view={view} row={row} near={near} />
      {!opens && !message.body?.me && <Time row={row} near={near} />}
      {part && <part.ActionBar view={view} entry={entry} />}
    </article>
  );
}

// Each by itself, so that a row is not drawn again when somebody comes.
function Picture({ view, by }: { view: View; by: string }) {
  return <Avatar person={usePerson(view, by)} />;
}

function Speaker({ view, by }: { view: View; by: string }) {
  return <Name person={usePerson(view, by)} />;
}

function Said({ view, row, near }: Props & Near) {
  const { message, fate } = row.entry;
  const { body } = message;
  if (fate === "going") return <Gone view={view} seq={message.seq} />;
  if (body?.me) {
    return (
      <div class="said act">
        <Speaker view={view} by={message.by} /> <Text view={view} text={body.text} /> <Time row={row} near={near} />
        <Reactions view={view} message={message} />
        <Refused view={view} row={row} />
      </div>
    );
  }
  return (
    <div class="said">
      {row.opens && <Author view={view} row={row} near={near} />}
      <Words view={view} row={row} />
      <Reactions view={view} message={message} />
      {fate === "waiting" && view.link.value.is !== "open" && <span class="unsent">{words.value.message.waiting}</span>}
      <Refused view={view} row={row} />
    </div>
  );
}

function Author({ view, row, near }: Props & Near) {
  const { by } = row.entry.message;
  return (
    <header>
      {by !== view.me.value && <Speaker view={view} by={by} />} <Time row={row} near={near} />
    </header>
  );
}

function Words({ view, row }: Props) {
  const { body, replyTo, edited } = row.entry.message;
  const { message: say } = words.value;
  return (
    <div class="words">
      {replyTo !== undefined && body !== null && <Quote view={view} seq={replyTo} />}
      {body === null ? <p class="gone">{say.deleted}</p> : <Text view={view} text={body.text} />}
      {edited !== undefined && <span class="edited">{say.edited}</span>}
    </div>
  );
}

/** What I tried to do with it and the room refused. */
function Refused({ view, row }: Props) {
  const { failed } = row.entry;
  const part = failed.length > 0 ? second.value : undefined;
  return part ? <part.Failures view={view} failed={failed} /> : null;
}

/** What I have just deleted: I came from what is in the second part. */
function Gone({ view, seq }: { view: View; seq: number }) {
  const part = second.value;
  return part ? <part.Going view={view} seq={seq} /> : null;
}

function Time({ row, near }: { row: MessageRow } & Near) {
  const { lang } = words.value;
  const { at } = row.entry.message;
  return (
    <time dateTime={new Date(at).toISOString()} title={near ? fullTime(at, lang) : undefined}>
      {row.opens ? clock(at, lang) : bareClock(at, lang)}
    </time>
  );
}
