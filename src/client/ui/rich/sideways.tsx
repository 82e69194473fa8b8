// A box that scrolls sideways: around code, around tables.
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface Props {
  class: string;
  dir: "auto" | "ltr" | undefined;
  children: ComponentChildren;
}

/** The box. While there is something to scroll, it can be reached with the keyboard. */
export function Sideways({ class: name, dir, children }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = ref.current;
    if (!box) return;
    const observer = new ResizeObserver(() => {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    });
    observer.observe(box);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={ref} class={name} dir={dir}>
      {children}
    </div>
  );
}
