// A finger on a message: a tap or a long press opens what one can do with it.
import { touch } from "../browser/media.ts";

/** So long a finger rests for a long press, in milliseconds. */
const LONG_MS = 450;
/** A finger that moved so far, in pixels, scrolls. */
const STILL_PX = 10;

/** Calls `pressed` at a tap or a long press within an element, on what is no control itself, until `signal` is aborted. */
export function followPress(within: HTMLElement, pressed: (target: Element) => void, signal: AbortSignal): void {
  let rest: { timer: ReturnType<typeof setTimeout>; x: number; y: number } | undefined;
  const lift = () => {
    clearTimeout(rest?.timer);
    rest = undefined;
  };
  const on = <K extends keyof HTMLElementEventMap>(kind: K, hear: (event: HTMLElementEventMap[K]) => void) =>
    within.addEventListener(kind, hear, { signal, passive: kind !== "contextmenu" });

  on("click", ({ target }) => {
    if (touch.value && isFree(target) && getSelection()?.isCollapsed !== false) pressed(target);
  });
  on("pointerdown", ({ pointerType, target, clientX: x, clientY: y }) => {
    lift();
    if (pointerType !== "touch" || !isFree(target)) return;
    const long = () => {
      swallowClick();
      pressed(target);
    };
    rest = { timer: setTimeout(long, LONG_MS), x, y };
  });
  on("pointermove", ({ clientX, clientY }) => {
    if (rest !== undefined && Math.hypot(clientX - rest.x, clientY - rest.y) > STILL_PX) lift();
  });
  on("pointerup", lift);
  on("pointercancel", lift);
  // Android's own long press, which would select a word and open a menu over ours.
  on("contextmenu", (event) => {
    if (touch.value && isFree(event.target)) event.preventDefault();
  });
  signal.addEventListener("abort", lift);
}

/** The release of a long press must not click on what has opened under the finger. The next touch, or key, means what it says. */
function swallowClick() {
  const next = new AbortController();
  const { signal } = next;
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
    next.abort();
  };
  addEventListener("click", swallow, { capture: true, signal });
  for (const begins of ["pointerdown", "keydown"])
    addEventListener(begins, () => next.abort(), { capture: true, signal });
}

function isFree(target: EventTarget | null): target is Element {
  return target instanceof Element && target.closest("a, button, input, summary, pre") === null;
}
