// How the connection stands, in a word under the room's name, and the article's controls.
import { signal } from "@preact/signals";
import { words } from "../../i18n/index.ts";
import type { View } from "./view.ts";

/** What carries the frames, where that is not a WebSocket. */
export const carriedBy = signal("");

/** The state, and Disconnect or Connect. */
export function Standing({ view }: { view: View }) {
  const { link: say } = words.value;
  const link = view.link.value;
  const deed = link.is === "off" || link.is === "refused" ? "connect" : "disconnect";
  return (
    <p class={`standing ${link.is}`}>
      <span role="status">{say[link.is]}</span>
      {link.is === "open" && carriedBy.value}
      {/* Not while the first connection is made: the word before it is about to change, and would push it aside. */}
      {(view.welcomed.value || link.is !== "connecting") && (
        <button type="button" onClick={view.room[deed]}>
          {say[deed]}
        </button>
      )}
    </p>
  );
}
