// A room on screen, put together.
import { signal, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { words } from "../i18n/index.ts";
import { Actions } from "./actions.tsx";
import { Beneath } from "./beneath.tsx";
import { Composer } from "./composer.tsx";
import { Trouble } from "./connection.tsx";
import { Failures } from "./failures.tsx";
import { hueOf } from "./hue.ts";
import { wide } from "./media.ts";
import { recall, remember } from "./remembered.ts";
import { RoomHeader } from "./room-header.tsx";
import { Roster } from "./roster.tsx";
import { Sheet } from "./sheet.tsx";
import { Timeline } from "./timeline.tsx";
import { icon, roomTitle, tabTitle } from "./title.ts";
import type { View } from "./view.ts";
import { fullTime } from "./when.ts";

const column = signal(recall("roster") !== "folded");
const sheet = signal(false);

function toggleRoster() {
  if (!wide.value) {
    sheet.value = !sheet.value;
    return;
  }
  column.value = !column.value;
  remember("roster", column.value ? "" : "folded");
}

/** The whole screen of a room. */
export function RoomScreen({ view }: { view: View }) {
  const { room } = view.state.value;
  useEffect(() => {
    document.documentElement.style.setProperty("--hue", String(hueOf(room)));
    document.querySelector("link[rel=icon]")?.setAttribute("href", icon(hueOf(room)));
  }, [room]);
  useSignalEffect(() => {
    const unseen = view.visible.value ? 0 : view.unseen.value;
    document.title = tabTitle(roomTitle(room, words.value), unseen);
  });

  const { roster } = words.value;
  const beside = wide.value && column.value;
  return (
    <div class="room">
      <RoomHeader view={view} rosterOpen={beside || sheet.value} toggleRoster={toggleRoster} />
      <main>
        <Trouble view={view} />
        <Timeline view={view} />
        <Beneath view={view} />
        <div class="failures">
          <Failures view={view} failed={view.refused.value} />
        </div>
        <Composer view={view} />
      </main>
      {beside && (
        <aside aria-label={roster.title}>
          <Roster view={view} />
        </aside>
      )}
      {!wide.value && sheet.value && (
        <Sheet name={roster.title} closed={toggleRoster}>
          {() => <Roster view={view} />}
        </Sheet>
      )}
      <OpenedMessage view={view} />
    </div>
  );
}

/** The actions of the message that was tapped. */
function OpenedMessage({ view }: { view: View }) {
  const line = view.lines.value.find(({ key }) => key === view.opened.value);
  if (line === undefined) return null;
  const closed = () => {
    view.opened.value = undefined;
  };
  return (
    <Sheet name={words.value.message.actions} closed={closed}>
      {(close) => (
        <>
          <p class="preview" dir="auto">
            {line.message.body?.text.slice(0, 160)}
          </p>
          <p class="full-time">{fullTime(line.message.at, words.value.lang)}</p>
          <Actions view={view} line={line} done={close} reacted={close} />
        </>
      )}
    </Sheet>
  );
}
