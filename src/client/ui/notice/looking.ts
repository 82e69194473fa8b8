// Whether somebody looks at the room, in this tab or in another one of this browser.
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

/** Tells the other tabs of this room, for as long as this one is looked at; needs a secure context, as notifications do. */
export function tellLooking(room: string): void {
  effect(() => {
    if (!looking.value) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    // Where locks are denied, as to a page without storage, each tab speaks for itself.
    navigator.locks.request(lookingAt(room), { mode: "shared" }, () => promise).catch(() => {});
    return resolve;
  });
}

/** Whether any tab of this browser looks at the room. */
export async function someoneLooks(room: string): Promise<boolean> {
  const { held = [] } = await navigator.locks.query().catch(() => ({ held: [] }));
  return held.some(({ name }) => name === lookingAt(room));
}

function lookingAt(room: string): string {
  return `parlor/looking ${room}`;
}

/** Of several tabs of a room one tells; `elected` is called when it is this one. */
export function elect(room: string, elected: () => void): void {
  const elect = () => {
    elected();
    // For as long as the tab lives.
    return new Promise<never>(() => {});
  };
  navigator.locks.request(`parlor/telling ${room}`, elect).catch(elect);
}
