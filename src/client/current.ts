// The state of now, and who wants to hear when it has changed.
import { type Happening, reduce } from "./reduce.ts";
import type { State } from "./state.ts";

export interface Current {
  readonly state: State;
  change(what: Happening): void;
  /** Tells the listeners once, after all of `work`, and only if something changed. */
  batch(work: () => void): void;
  subscribe(listener: () => void): () => void;
}

export function createCurrent(initial: State): Current {
  const listeners = new Set<() => void>();
  let state = initial;
  let told = initial;
  let depth = 0;

  function batch(work: () => void) {
    depth++;
    try {
      work();
    } finally {
      depth--;
    }
    if (depth > 0 || state === told) return;
    told = state;
    for (const listener of [...listeners]) listener();
  }

  return {
    get state() {
      return state;
    },
    change(what) {
      batch(() => {
        state = reduce(state, what);
      });
    },
    batch,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
