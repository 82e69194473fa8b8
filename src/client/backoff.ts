// How long to wait before the next try: full jitter, so that a thousand clients dropped at once don't return at once.

/** The first try after a loss comes within this time, in milliseconds; each further one within twice the time … */
const BACKOFF_BASE_MS = 500;
/** … up to this. */
export const BACKOFF_CAP_MS = 30_000;
/** A link that lived this long was a good one: what failed before it is forgiven. */
const SETTLED_MS = 5_000;

export interface Backoff {
  /** The wait in milliseconds, after a link that lived `lived` milliseconds (0 if it never opened). */
  next(lived: number): number;
}

export function createBackoff(random: () => number): Backoff {
  let failures = 0;
  return {
    next(lived) {
      // A room that accepts and drops us at once is failing too; only time says otherwise.
      if (lived >= SETTLED_MS) failures = 0;
      return random() * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** failures++);
    },
  };
}
