// Parts of the client that are fetched when they are first needed. After a deploy a part may be gone from the server: then
// what it would have done is done without it, and the screen offers to reload.
import { signal } from "@preact/signals";
import { breath } from "../browser/idle.ts";

/** The server has a newer client than this page's. */
export const outdated = signal(false);

/** What could not be fetched, to be fetched again. */
const missing = new Set<() => void>();
/** Something could not be fetched although there is a network: a deploy took it away, or the line broke. */
export const lacking = signal(false);

/** How often `fetchMissing` was asked for. */
let hints = 0;

/**
 * Tries again what could not be fetched, and what is being fetched if that fails. (A browser may remember that it failed: then
 * only a reload helps.)
 */
export function fetchMissing(): void {
  hints += 1;
  for (const start of missing) start();
}

export interface Lazy<T> {
  /** The part, or nothing while it is not here; asking starts the fetching. Whoever draws with it is drawn again. */
  readonly value: T | undefined;
  /** The same, but asking starts nothing. */
  readonly here: T | undefined;
  /** Fetches it; nothing where that fails. A later call tries again. */
  load(): Promise<T | undefined>;
  /** It was fetched, or that has failed: there is nothing to wait for. */
  readonly settled: boolean;
}

/** A part to be fetched by `load` (an `import()`), at most once at a time. */
export function lazily<T extends object>(load: () => Promise<T>): Lazy<T> {
  const part = signal<T | undefined>();
  const settled = signal(false);
  let loading: Promise<T | undefined> | undefined;

  async function fetchIt(): Promise<T | undefined> {
    const before = hints;
    try {
      const fetched = await load();
      // A task to read it, and another to draw with it.
      await breath();
      part.value = fetched;
      missing.delete(start);
    } catch {
      // It was on its way when the network came back: now it may arrive.
      if (hints !== before) return fetchIt();
      loading = undefined;
      missing.add(start);
    }
    // Offline, everything is out of reach, and reloading would be bad advice.
    lacking.value = missing.size > 0 && navigator.onLine;
    settled.value = true;
    return part.peek();
  }

  const start = () => {
    loading ??= fetchIt();
    return loading;
  };
  return {
    get value() {
      // Not again by itself after a failure: each drawing would be another try.
      if (!settled.value) void start();
      return part.value;
    },
    get here() {
      return part.value;
    },
    load: start,
    get settled() {
      return settled.value;
    },
  };
}

let style: Promise<void> | undefined;

/** Puts the style of the lazy parts into the page; resolves when it is here. */
export function laterStyle(): Promise<void> {
  style ??= putStyle("/assets/later.css").catch((fault) => {
    style = undefined;
    throw fault;
  });
  return style;
}

function putStyle(href: string): Promise<void> {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  return new Promise((resolve, reject) => {
    link.onload = () => resolve();
    link.onerror = () => {
      link.remove();
      reject(new Error(`${href} is not there`));
    };
    document.head.append(link);
  });
}
