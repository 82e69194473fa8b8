// What kind of screen this is, as signals that follow it.
import { type ReadonlySignal, signal } from "@preact/signals";

function matches(query: string): ReadonlySignal<boolean> {
  const media = matchMedia(query);
  const now = signal(media.matches);
  media.addEventListener("change", () => {
    now.value = media.matches;
  });
  return now;
}

/** There is room for a roster beside the timeline. */
export const wide = matches("(min-width: 900px)");
/** A finger, not a mouse: Enter breaks the line, and a tap opens a message's actions. */
export const touch = matches("(pointer: coarse)");
