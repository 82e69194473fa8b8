// A room on screen, put together.
import { useSignalEffect } from "@preact/signals";
import { words } from "../i18n/index.ts";
import { actionsPart } from "./actions-part.ts";
import { Beneath } from "./beneath.tsx";
import { Composer } from "./composer/composer.tsx";
import { Trouble } from "./connection.tsx";
import { Failures } from "./failures.tsx";
import { Help } from "./help/help.tsx";
import { RoomHeader } from "./room-header.tsx";
import { Roster } from "./roster.tsx";
import { Sheet } from "./sheet.tsx";
import { useTab } from "./tab.ts";
import { Timeline } from "./timeline.tsx";
import type { View } from "./view.ts";

/** The whole screen of a room. */
export function RoomScreen({ view }: { view: View }) {
  const { beside, over, toggleRoster } = view.panels;
  useTab(view);
  useSignalEffect(() => {
    // What one does next with messages is fetched once there are some to read.
    if (view.ready.value) requestIdle(() => void actionsPart.load());
  });

  const { roster } = words.value;
  return (
    <div class="room">
      <RoomHeader view={view} rosterOpen={beside.value || over.value} toggleRoster={toggleRoster} />
      <main>
        <Trouble view={view} />
        <Timeline view={view} />
        <Beneath view={view} />
        <div class="failures">
          <Failures view={view} failed={view.refused.value} />
        </div>
        <Composer view={view} />
      </main>
      {beside.value && (
        <aside aria-label={roster.title}>
          <Roster view={view} />
        </aside>
      )}
      {over.value && (
        <Sheet name={roster.title} closed={toggleRoster}>
          {() => <Roster view={view} />}
        </Sheet>
      )}
      <OpenedMessage view={view} />
      <Help view={view} />
    </div>
  );
}

/** The sheet of the message that was pressed. */
function OpenedMessage({ view }: { view: View }) {
  const { message } = view.panels;
  const entry = message.value && view.entries.value.find(({ key }) => key === message.value);
  const part = entry && actionsPart.value;
  if (!part) return null;
  const closed = () => {
    message.value = undefined;
  };
  return <part.MessageSheet view={view} entry={entry} closed={closed} />;
}

/** Calls when the browser has nothing better to do; Safari has no way to ask. */
function requestIdle(then: () => void) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(then);
  else setTimeout(then, 500);
}
