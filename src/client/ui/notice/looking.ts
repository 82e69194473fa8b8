// Whether somebody looks at the room, in this tab or in another one of this browser.
import { effect, signal } from "@preact/signals";

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
