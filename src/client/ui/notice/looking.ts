// Whether somebody looks at the room in this tab.
import { computed, effect, signal } from "@preact/signals";
import type { View } from "../room/view.ts";

/** A look away that is shorter, in milliseconds, is none: another window was in front for a moment. */
const GLANCE_MS = 1_000;

function inFront(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}

/** This tab is in front and has the focus. */
export const looking = signal(inFront());

for (const event of ["focus", "blur", "visibilitychange"]) {
  addEventListener(
    event,
    () => {
      looking.value = inFront();
    },
    // What happens to the document does not bubble, but is caught on the way down.
    true,
  );
}

/** Tells the room itself, for as long as the page lives. On each new link it takes for granted that I look. */
export function reportLooking({ room, link }: Pick<View, "room" | "link">): void {
  const open = computed(() => link.value.is === "open");
  let said = true;
  effect(() => {
    const on = looking.value;
    if (!open.value) said = true;
    if (!open.value || on === said) return;
    const say = () => {
      said = on;
      room.looking(on);
    };
    // A phone may freeze what it has put away.
    if (on || document.visibilityState === "hidden") return say();
    const later = setTimeout(say, GLANCE_MS);
    return () => clearTimeout(later);
  });
}
