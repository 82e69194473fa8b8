// A finger on a message: a tap or a long press opens what one can do with it.
import type { TargetedMouseEvent, TargetedPointerEvent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { touch } from "../browser/media.ts";

/** So long a finger rests for a long press, in milliseconds. */
const LONG_MS = 450;
/** A finger that moved so far, in pixels, scrolls. */
const STILL_PX = 10;

/** Handlers for an element; `pressed` is called at a tap or a long press on what is no control itself. */
export function usePress(pressed: () => void) {
  const rest = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | undefined>(undefined);
  const lift = () => {
    clearTimeout(rest.current?.timer);
    rest.current = undefined;
  };
  useEffect(() => lift, []);
  return {
    onClick({ target }: TargetedMouseEvent<HTMLElement>) {
      if (touch.value && !onControl(target) && getSelection()?.isCollapsed !== false) pressed();
    },
    onPointerDown({ pointerType, target, clientX: x, clientY: y }: TargetedPointerEvent<HTMLElement>) {
      lift();
      if (pointerType !== "touch" || onControl(target)) return;
      rest.current = { timer: setTimeout(pressed, LONG_MS), x, y };
    },
    onPointerMove({ clientX, clientY }: TargetedPointerEvent<HTMLElement>) {
      const at = rest.current;
      if (at !== undefined && Math.hypot(clientX - at.x, clientY - at.y) > STILL_PX) lift();
    },
    onPointerUp: lift,
    onPointerCancel: lift,
    // Android's own long press, which would select a word and open a menu over ours.
    onContextMenu(event: TargetedMouseEvent<HTMLElement>) {
      if (touch.value && !onControl(event.target)) event.preventDefault();
    },
  };
}

function onControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("a, button, input, summary, pre") !== null;
}
