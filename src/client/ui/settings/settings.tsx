// What one can choose for this browser, and where to find what the keys do.
import { useEffect } from "preact/hooks";
import { laterWords } from "../../i18n/later/index.ts";
import { LanguageChoice } from "../browser/language-choice.tsx";
import { LaterIcon } from "../controls/later-icons.tsx";
import { RoomRules } from "../moderation/room-rules.tsx";
import { canModerate } from "../moderation/standing.ts";
import { NoticeChoice } from "../notice/notice-choice.tsx";
import { watchRoom } from "../notice/watch.ts";
import type { View } from "../room/view.ts";
import { Mine } from "./mine.tsx";

/** The foot of the roster. */
export function Settings({ view }: { view: View }) {
  useEffect(() => watchRoom(view), [view]);
  const help = () => {
    // A sheet over a sheet is one too many.
    if (view.panels.over.value) view.panels.toggleRoster();
    view.panels.help.value = true;
  };
  return (
    <footer class="settings">
      {canModerate(view) && <RoomRules view={view} />}
      <NoticeChoice />
      <Mine view={view} />
      <button type="button" class="quiet labelled" onClick={help}>
        <LaterIcon is="keys" />
        {laterWords.value.help.open}
      </button>
      <LanguageChoice />
    </footer>
  );
}
