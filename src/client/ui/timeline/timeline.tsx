// The talk: days, messages, where the new ones begin. How it scrolls is in scroll.ts, what of it is in the page in window.ts.
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import type { Mark } from "../../../protocol/event.ts";
import { words } from "../../i18n/index.ts";
import { Message } from "../message/message.tsx";
import { second } from "../room/second.ts";
import type { View } from "../room/view.ts";
import { Empty } from "./empty.tsx";
import type { Row } from "./rows.ts";
import { today } from "./today.ts";
import { dayName } from "./when.ts";

/** The timeline of a room. */
export function Timeline({ view }: { view: View }) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const rows = view.rows.value;

  // Before the rows change on screen, and after: what was under the eye stays there.
  view.scroll.remember();
  useLayoutEffect(() => view.scroll.settle());
  useEffect(() => {
    if (scroller.current !== null && content.current !== null)
      return view.scroll.attach(scroller.current, content.current);
  }, [view]);

  const last = rows.at(-1)?.key;
  const part = second.here;
  useEffect(() => {
    if (part && scroller.current !== null) return part.followAttention(view, scroller.current);
  }, [view, part]);
  return (
    <div class="talk">
      <div
        class="timeline"
        ref={scroller}
        role="log"
        aria-label={words.value.room.messages}
        aria-busy={view.loading.value}
      >
        <div class="column" ref={content}>
          {view.welcomed.value && view.entries.value.length === 0 && <Empty view={view} alone={view.count.value < 2} />}
          {view.ready.value && (
            <>
              {rows.length > 0 && view.waiting.value === 0 && <Beginning view={view} />}
              {rows.map((row) => (
                <Drawn key={row.key} view={view} row={row} last={row.key === last} />
              ))}
            </>
          )}
        </div>
      </div>
      {part && <part.Latest view={view} />}
      {part && <part.Passcode view={view} />}
    </div>
  );
}

function Beginning({ view }: { view: View }) {
  const { timeline } = words.value;
  if (view.atTop.value && !view.older.value) return <p class="start">{timeline.start}</p>;
  // Without a link nothing is loading, whatever there may be.
  return <p class="start">{view.link.value.is === "open" && timeline.older}</p>;
}

function Drawn({ view, row, last }: { view: View; row: Row; last: boolean }) {
  const { timeline } = words.value;
  // The same element again tells Preact that there is nothing to compare.
  const message = useMemo(
    () =>
      row.is === "message" && (
        <>
          <Message view={view} row={row} last={last} />
          {row.entry.message.marks && <Marks view={view} marks={row.entry.message.marks} />}
        </>
      ),
    [view, row, last],
  );
  if (row.is === "message") return message;
  if (row.is === "unread") return <p class="divider unread">{timeline.unread}</p>;
  return (
    <p class="divider">
      <time dateTime={new Date(row.at).toISOString()}>{dayName(row.at, today.value, words.value)}</time>
    </p>
  );
}

/** What was done in the room after a message. As tall without its words, which come with the second part. */
function Marks({ view, marks }: { view: View; marks: readonly Mark[] }) {
  const part = second.here;
  return marks.map((mark) => (
    <p class="mark" key={mark.seq}>
      {part && <part.Mark view={view} mark={mark} />}
    </p>
  ));
}
