// How fast is too fast: token buckets, and the numbers for each.

interface Rate {
  /** Tokens a bucket holds when full. */
  burst: number;
  /** Tokens that come back each second. */
  perSecond: number;
}

// Buckets live in memory. Each is full again after the 10 s of quiet that a room needs to fall asleep,
// so that a room just woken is exactly as patient as one that stayed awake.
export const rates = {
  /** Ops of one session. */
  ops: { burst: 30, perSecond: 3 },
  /** Hellos and questions about history of one session. */
  asks: { burst: 20, perSecond: 2 },
  /** Searches of one session. Each reads up to SEARCH_MESSAGES rows, and the deployment pays for rows. */
  searches: { burst: 10, perSecond: 1 },
  /** Batches of a resume for one session. A client can't have received them faster; it resumes on a new connection. */
  batches: { burst: 200, perSecond: 20 },
  /** Typing and reading of one session. What is beyond it is dropped without a word: the next one says it all anyway. */
  signals: { burst: 50, perSecond: 5 },
  /** Frames of one session that could not be read; beyond it the session is closed. */
  faults: { burst: 20, perSecond: 2 },
  /** POSTs to the whole room: without a session there is nobody to count them by. */
  posts: { burst: 50, perSecond: 5 },
} as const satisfies Record<string, Rate>;

export interface Bucket {
  /** Takes one token at `now` (ms). 0, or the whole seconds after which there is one again. */
  take(now: number): number;
}

/** A full bucket. */
export function bucket({ burst, perSecond }: Rate): Bucket {
  let tokens = burst;
  let at = 0;
  return {
    take(now) {
      if (at > 0) tokens = Math.min(burst, tokens + (Math.max(0, now - at) / 1000) * perSecond);
      at = now;
      if (tokens >= 1) {
        tokens -= 1;
        return 0;
      }
      return Math.max(1, Math.ceil((1 - tokens) / perSecond));
    },
  };
}

/** A bucket that is never empty: PARLOR_LIMITS=off. */
export const bottomless: Bucket = { take: () => 0 };
