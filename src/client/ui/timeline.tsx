// The talk: days, messages, where the new ones begin. How it scrolls is in scroll.ts.

import type { TargetedKeyboardEvent } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { words } from "../i18n/index.ts";
import { Empty } from "./empty.tsx";
import { Icon } from "./icons.tsx";
import { isComposing } from "./keys.ts";
import { touch } from "./media.ts";
import { MessageRow } from "./message.tsx";
import type { Row } from "./rows.ts";
import type { View } from "./view.ts";
import { dayName } from "./when.ts";

/** The timeline of a room. */
export function Timeline({ view }: { view: View }) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const rows = view.rows.value;
  const { timeline, room } = words.value;

  // Before the rows change on screen, and after: what was under the eye stays there.
  view.scroll.remember();
  useLayoutEffect(() => view.scroll.settle());
  useEffect(() => {
    if (scroller.current !== null && content.current !== null)
      return view.scroll.attach(scroller.current, content.current);
  }, [view]);

  const last = rows.at(-1)?.key;
  return (
    <div class="talk">
      <div
        class="timeline"
        ref={scroller}
        role="log"
        aria-label={room.messages}
        aria-busy={view.loading.value}
        onKeyDown={walk}
      >
        <div class="column" ref={content}>
          {view.welcomed.value && rows.length === 0 && <Empty alone={view.state.value.count < 2} />}
          {rows.length > 0 && <p class="start">{view.older.value ? timeline.older : timeline.start}</p>}
          {rows.map((row) => (
            <Drawn key={row.key} view={view} row={row} last={row.key === last} />
          ))}
        </div>
      </div>
      <Latest view={view} />
    </div>
  );
}

function Drawn({ view, row, last }: { view: View; row: Row; last: boolean }) {
  const { timeline } = words.value;
  // The same element again tells Preact that there is nothing to compare.
  const line = useMemo(() => row.is === "line" && <MessageRow view={view} line={row} last={last} />, [view, row, last]);
  if (row.is === "line") return line;
  if (row.is === "unread") return <p class="divider unread">{timeline.unread}</p>;
  return (
    <p class="divider">
      <time dateTime={new Date(row.at).toISOString()}>{dayName(row.at, Date.now(), words.value)}</time>
    </p>
  );
}

function Latest({ view }: { view: View }) {
  const { timeline } = words.value;
  if (view.scroll.atEnd.value) return null;
  const unseen = view.unseen.value;
  const jump = () => {
    // The button goes away; on touch the focus would raise the keyboard.
    if (!touch.value) view.field.current?.focus();
    view.scroll.toEnd();
  };
  return (
    <button type="button" class="latest" onClick={jump}>
      {unseen > 0 ? timeline.unseen(unseen) : timeline.latest}
      <Icon is="down" />
    </button>
  );
}

/** The arrows go from message to message. */
function walk(event: TargetedKeyboardEvent<HTMLElement>) {
  const { target } = event;
  if (isComposing(event) || !(target instanceof Node)) return;
  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-key]")];
  const here = rows.findIndex((row) => row.contains(target));
  const next = rows[here + (event.key === "ArrowUp" ? -1 : 1)];
  if (here < 0 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
