// A room on screen, put together.
import { useEffect } from "preact/hooks";
import { words } from "../../i18n/index.ts";
import { Composer } from "../composer/composer.tsx";
import { Help } from "../help/help.tsx";
import { Timeline } from "../timeline/timeline.tsx";
import { Lacking } from "./lacking.tsx";
import { fetchMissing, lacking } from "./lazily.ts";
import { RoomHeader } from "./room-header.tsx";
import { second } from "./second.ts";
import type { View } from "./view.ts";

/** So long after the welcome the second part is fetched, in milliseconds: the talk is painted first. */
const AFTER_MS = 100;
/** And without one, so soon: it is what tells why. */
const PATIENCE_MS = 1_000;

/** The whole screen of a room. */
export function RoomScreen({ view }: { view: View }) {
  const { beside, over, toggleRoster } = view.panels;
  const open = view.link.value.is === "open";
  useEffect(() => {
    const fetchRest = () => {
      void second.load();
      fetchMissing();
    };
    const timer = setTimeout(fetchRest, open ? AFTER_MS : PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [open]);
  const part = second.here;
  const { roster } = words.value;
  return (
    <div class="room">
      <RoomHeader view={view} />
      <main>
        {part ? <part.Trouble view={view} /> : <div class="trouble">{lacking.value && <Lacking />}</div>}
        <Timeline view={view} />
        {/* There from the first, so that nothing jumps when there is something to say. */}
        <div class="beneath">{part && <part.Beneath view={view} />}</div>
        <div class="failures">{part && <part.Failures view={view} failed={view.refused.value} />}</div>
        <Composer view={view} />
      </main>
      {beside.value && <aside aria-label={roster.title}>{part && <part.Roster view={view} />}</aside>}
      {part && over.value && (
        <part.Sheet name={roster.title} closed={toggleRoster}>
          {() => <part.Roster view={view} />}
        </part.Sheet>
      )}
      {part && <part.Over view={view} />}
      <OpenedMessage view={view} />
      <Help view={view} />
    </div>
  );
}

/** The sheet of the message that was pressed. */
function OpenedMessage({ view }: { view: View }) {
  const { message } = view.panels;
  const entry = message.value && view.entries.value.find(({ key }) => key === message.value);
  const part = entry && second.value;
  if (!part) return null;
  const closed = () => {
    message.value = undefined;
  };
  return <part.MessageSheet view={view} entry={entry} closed={closed} />;
}
