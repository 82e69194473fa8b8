// One message in the timeline: who, when, what it says, what became of it, and what one can do with it.
import { useComputed, useSignal } from "@preact/signals";
import type { TargetedMouseEvent } from "preact";
import { useRef } from "preact/hooks";
import { words } from "../i18n/index.ts";
import { Actions } from "./actions.tsx";
import { Avatar } from "./avatar.tsx";
import { Failures } from "./failures.tsx";
import { touch } from "./media.ts";
import { Name } from "./name.tsx";
import { Quote } from "./quote.tsx";
import { Reactions } from "./reactions.tsx";
import type { Line } from "./rows.ts";
import { Text } from "./text.tsx";
import type { View } from "./view.ts";
import { clock, fullTime } from "./when.ts";

/** A message. `last` is where Tab enters the timeline; from there the arrows go on. */
export function MessageRow({ view, line, last }: { view: View; line: Line; last: boolean }) {
  const row = useRef<HTMLElement>(null);
  const pointed = useSignal(false);
  const focused = useSignal(false);
  const { message, opens, fate } = line;
  const own = message.by === view.me.value;
  const lit = useComputed(() => view.lit.value === line.key);
  const can = message.seq > 0 && message.body !== null;

  const done = () => {
    pointed.value = false;
    // The button that was pressed may be gone; the keyboard stays at this message.
    if (focused.value) row.current?.focus();
  };
  const tap = ({ target }: TargetedMouseEvent<HTMLElement>) => {
    const onControl = target instanceof Element && target.closest("a, button") !== null;
    if (touch.value && can && !onControl && getSelection()?.isCollapsed !== false) view.opened.value = line.key;
  };
  const classes = ["message", own && "own", opens && "opens", fate, lit.value && "lit"];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tap only opens what focus shows in the row itself
    <article
      ref={row}
      class={classes.filter(Boolean).join(" ")}
      data-key={line.key}
      tabIndex={last ? 0 : -1}
      onPointerEnter={({ pointerType }) => {
        pointed.value = pointerType === "mouse";
      }}
      onPointerLeave={() => {
        pointed.value = false;
      }}
      // The keyboard's focus only: a click would hold the bar open after the mouse has left.
      onFocusIn={({ target }) => {
        focused.value = target instanceof Element && target.matches(":focus-visible");
      }}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        // On its way into the bar: taken away in between, the bar would lose it.
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) focused.value = false;
      }}
      onClick={tap}
      onAnimationEnd={({ animationName }) => {
        if (animationName === "lit") view.lit.value = undefined;
      }}
    >
      {opens && !own && <Avatar person={view.people.value.get(message.by)} />}
      <Said view={view} line={line} own={own} />
      {can && (pointed.value || focused.value) && <Actions view={view} line={line} done={done} reacted={stay} />}
    </article>
  );
}

function Said({ view, line, own }: { view: View; line: Line; own: boolean }) {
  const { message, opens, fate, failed } = line;
  const { body } = message;
  const { message: say } = words.value;
  const person = view.people.value.get(message.by);
  if (body?.me) {
    return (
      <div class="said act">
        <Name person={person} /> <Text text={body.text} /> <Time line={line} />
        <Failures view={view} failed={failed} />
      </div>
    );
  }
  return (
    <div class="said">
      {opens && (
        <header>
          {!own && <Name person={person} />} <Time line={line} />
        </header>
      )}
      <div class="words">
        {message.replyTo !== undefined && body !== null && <Quote view={view} seq={message.replyTo} />}
        {body === null ? <p class="gone">{say.deleted}</p> : <Text text={body.text} />}
        {message.edited !== undefined && <span class="edited">{say.edited}</span>}
      </div>
      {!opens && <Time line={line} />}
      <Reactions view={view} line={line} />
      {fate === "waiting" && view.link.value.is !== "open" && <span class="unsent">{say.waiting}</span>}
      <Failures view={view} failed={failed} />
    </div>
  );
}

function Time({ line }: { line: Line }) {
  const { lang } = words.value;
  const { at } = line.message;
  return (
    <time dateTime={new Date(at).toISOString()} title={fullTime(at, lang)}>
      {clock(at, lang)}
    </time>
  );
}

/** After one reaction there may be another, and the bar stays. */
function stay() {}
