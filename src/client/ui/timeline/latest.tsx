// The way back to the end, while one reads what is older.
import { laterWords } from "../../i18n/later/index.ts";
import { touch } from "../browser/media.ts";
import { LaterIcon } from "../controls/later-icons.tsx";
import type { View } from "../room/view.ts";

/** A button over the talk, with how many messages came meanwhile. */
export function Latest({ view }: { view: View }) {
  const say = laterWords.value.latest;
  if (view.scroll.atEnd.value) return null;
  const unseen = view.news.value.length;
  const jump = () => {
    // The button goes away; on touch the focus would raise the keyboard.
    if (!touch.value) view.field.current?.focus();
    view.toEnd();
  };
  return (
    <button type="button" class="latest" onClick={jump}>
      {unseen > 0 ? say.unseen(unseen) : say.jump}
      <LaterIcon is="down" />
    </button>
  );
}
