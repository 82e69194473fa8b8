// The scroll contract. At the end one stays at the end; anywhere else the row under the eye stays where it is,
// whatever is added above or below. It knows elements and pixels, and nothing of messages.
import { signal } from "@preact/signals";

/** So near the end one is at the end. */
const END_PX = 80;
/** So near the top it is time to fetch what is above. */
const TOP_PX = 600;

function ends({ scrollHeight, scrollTop, clientHeight }: HTMLElement): boolean {
  return scrollHeight - scrollTop - clientHeight <= END_PX;
}

/** Follows one timeline. `nearTop` is called while its top is near, and told whether the reader just moved. */
export function followScroll(nearTop: (moved: boolean) => void) {
  const atEnd = signal(true);
  let view: HTMLElement | undefined;
  let anchor: { row: Element; top: number } | undefined;
  let wanted: string | undefined;

  function pin() {
    // Not by scrollTop, which iOS drops while a finger's momentum lasts.
    view?.scrollTo({ top: view.scrollHeight, behavior: "instant" });
  }

  /** Remembers the first row in sight and where it stands. */
  function remember() {
    anchor = undefined;
    if (view === undefined || atEnd.peek()) return;
    const edge = view.getBoundingClientRect().top;
    for (const row of view.querySelectorAll("[data-key]")) {
      const { top, bottom } = row.getBoundingClientRect();
      if (bottom <= edge) continue;
      anchor = { row, top };
      return;
    }
  }

  /** After the rows changed: back to the end, or to the row that was under the eye. */
  function settle() {
    if (view === undefined) return;
    if (wanted !== undefined) {
      bring(wanted, view);
      wanted = undefined;
    } else if (atEnd.peek()) pin();
    else if (anchor?.row.isConnected) {
      const moved = anchor.row.getBoundingClientRect().top - anchor.top;
      if (Math.abs(moved) > 0.2) view.scrollTo({ top: view.scrollTop + moved, behavior: "instant" });
    }
    look(false);
  }

  function look(moved: boolean) {
    if (view !== undefined && view.scrollTop < TOP_PX) nearTop(moved);
  }

  function bring(key: string, inside: HTMLElement) {
    const row = inside.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (row === null) return;
    row.scrollIntoView({ block: "center", behavior: "instant" });
    // Where everything is in sight already, nothing scrolls and no event tells.
    atEnd.value = ends(inside);
    remember();
  }

  return {
    atEnd,
    remember,
    settle,
    /** Goes to the end and stays there. */
    toEnd() {
      atEnd.value = true;
      pin();
    },
    /** Shows a row in the middle, now or when the rows that are about to change are drawn. */
    show(key: string) {
      atEnd.value = false;
      wanted = key;
      if (view !== undefined) bring(key, view);
    },
    /** Starts with a timeline; the function returned stops. */
    attach(element: HTMLElement, content: HTMLElement): () => void {
      view = element;
      const scrolled = () => {
        atEnd.value = ends(element);
        remember();
        look(true);
      };
      element.addEventListener("scroll", scrolled, { passive: true });
      // The composer grew, the keyboard opened, a row got taller.
      const sizes = new ResizeObserver(settle);
      sizes.observe(element);
      sizes.observe(content);
      settle();
      return () => {
        element.removeEventListener("scroll", scrolled);
        sizes.disconnect();
        view = undefined;
      };
    },
  };
}
