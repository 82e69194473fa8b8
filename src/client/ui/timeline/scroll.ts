// The scroll contract. At the end one stays at the end; anywhere else the row under the eye stays where it is,
// whatever is added, taken away or grows above or below. It knows elements and pixels, and nothing of messages.
import { type ReadonlySignal, signal } from "@preact/signals";

/** So near the end one is at the end. */
const END_PX = 80;
/** So near the top or the bottom it is time for what is beyond. */
const NEAR_PX = 800;

function below({ scrollHeight, scrollTop, clientHeight }: HTMLElement): number {
  return scrollHeight - scrollTop - clientHeight;
}

function rowOf(key: string, inside: HTMLElement): Element | null {
  return inside.querySelector(`[data-key="${CSS.escape(key)}"]`);
}

function firstInSight(view: HTMLElement): Element | undefined {
  const edge = view.getBoundingClientRect().top;
  for (const row of view.querySelectorAll("[data-key]")) if (row.getBoundingClientRect().bottom > edge) return row;
  return undefined;
}

export interface ScrollOptions {
  /** The last row in the page is the last there is: only then its end is the end. */
  whole: ReadonlySignal<boolean>;
  /** Called while the top or the bottom is near, and told whether the reader just moved. */
  nearTop(moved: boolean): void;
  nearBottom(moved: boolean): void;
}

/** Follows one timeline. */
export function followScroll({ whole, nearTop, nearBottom }: ScrollOptions) {
  const atEnd = signal(true);
  let view: HTMLElement | undefined;
  let anchor: { row: Element; top: number } | undefined;
  let wanted: string | undefined;
  /** The row that was asked for and found: it is the one under the eye, until the reader scrolls. */
  let brought: string | undefined;
  /** Where the view stood when it last was scrolled, by us or by the reader. */
  let stood = 0;

  function scrollTo(top: number) {
    // Not by scrollTop, which iOS drops while a finger's momentum lasts.
    view?.scrollTo({ top, behavior: "instant" });
    stood = view?.scrollTop ?? 0;
  }

  /** The reader has gone up, though the event that tells of it is still to come. */
  function hasLeft(): boolean {
    return view !== undefined && view.scrollTop < stood - 1 && below(view) > END_PX;
  }

  /** Remembers the row under the eye and where it stands. */
  function remember() {
    anchor = undefined;
    if (view === undefined || (atEnd.peek() && !hasLeft())) return;
    const row = (brought !== undefined && rowOf(brought, view)) || firstInSight(view);
    if (row) anchor = { row, top: row.getBoundingClientRect().top };
  }

  /** After something changed: back to the end, or to the row that was under the eye. */
  function settle() {
    if (view === undefined) return;
    if (hasLeft()) atEnd.value = false;
    if (wanted !== undefined) bring(wanted, view);
    else if (atEnd.peek()) scrollTo(view.scrollHeight);
    else if (anchor?.row.isConnected) {
      const moved = anchor.row.getBoundingClientRect().top - anchor.top;
      if (Math.abs(moved) > 0.2) scrollTo(view.scrollTop + moved);
    }
    look(false);
  }

  function look(moved: boolean) {
    if (view === undefined) return;
    if (view.scrollTop < NEAR_PX) nearTop(moved);
    if (below(view) < NEAR_PX) nearBottom(moved);
  }

  function bring(key: string, inside: HTMLElement) {
    const row = rowOf(key, inside);
    if (row === null) return;
    wanted = undefined;
    brought = key;
    row.scrollIntoView({ block: "center", behavior: "instant" });
    stood = inside.scrollTop;
    // Where everything is in sight already, nothing scrolls and no event tells.
    atEnd.value = whole.peek() && below(inside) <= END_PX;
    remember();
  }

  return {
    atEnd,
    hasLeft,
    remember,
    settle,
    /** Goes to the end and stays there. */
    toEnd() {
      atEnd.value = true;
      wanted = undefined;
      if (view !== undefined) scrollTo(view.scrollHeight);
    },
    /** Shows a row in the middle, now or as soon as it is drawn. */
    show(key: string) {
      atEnd.value = false;
      wanted = key;
      if (view !== undefined) bring(key, view);
    },
    /** Starts with a timeline; the function returned stops. */
    attach(element: HTMLElement, content: HTMLElement): () => void {
      view = element;
      const scrolled = () => {
        // The event may tell of a scroll of ours, and come after something grew: only who goes up leaves the end.
        const up = element.scrollTop < stood - 1;
        if (Math.abs(element.scrollTop - stood) > 1) brought = undefined;
        stood = element.scrollTop;
        const near = below(element) <= END_PX;
        atEnd.value = whole.peek() && (near || (atEnd.peek() && !up));
        if (atEnd.peek() && !near) settle();
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
