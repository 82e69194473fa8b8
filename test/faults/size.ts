// How much of each proof is done: what fits a run of all tests, or all of it (npm run test:long).
declare global {
  interface ImportMeta {
    readonly env?: { readonly MODE: string };
  }
}

/** Whether this is npm run test:long. Outside of vitest there is no mode. */
export const long = import.meta.env?.MODE === "long";

/** The first in a run of all tests, the second in a long one. */
export function size<T>(short: T, whole: T): T {
  return long ? whole : short;
}
