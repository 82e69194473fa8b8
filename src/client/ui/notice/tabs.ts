// What the tabs of a room know of each other: whether one is looked at, and which of them tells.
import { effect } from "@preact/signals";
import { looking } from "./looking.ts";

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
