// How fast is too fast: token buckets, and every number for them.

export interface Rate {
  /** Tokens a bucket holds when full. */
  burst: number;
  /** Tokens that come back each second. */
  perSecond: number;
}

// Buckets live in memory. Each is full again after the 10 s of quiet that a room needs to fall asleep,
// so that a room just woken is exactly as patient as one that stayed awake.

/** Of one session. */
const session = {
  /** Ops. */
  ops: { burst: 30, perSecond: 3 },
  /** Hellos and questions about history. */
  asks: { burst: 20, perSecond: 2 },
  /** Searches. Each reads up to SEARCH_MESSAGES rows, and the deployment pays for rows. */
  searches: { burst: 10, perSecond: 1 },
  /** Batches of a resume. A client can't have received them faster; it resumes on a new connection. */
  batches: { burst: 200, perSecond: 20 },
  /** Typing and reading. What is beyond it is dropped without a word: the next one says it all anyway. */
  signals: { burst: 50, perSecond: 5 },
  /** Frames that could not be read; beyond it the session is closed. */
  faults: { burst: 20, perSecond: 2 },
  /** Frames that were refused because they came too fast; beyond it the session is closed, and its sender kept out. */
  patience: { burst: 100, perSecond: 10 },
} as const satisfies Record<string, Rate>;

const talk = {
  member: { burst: 40, perSecond: 4 },
  address: { burst: 600, perSecond: 60 },
  room: { burst: 2000, perSecond: 500 },
};

/** Of all sessions and posts of one member, of one address, and of the room. A lecture hall talks from one address. */
const shared = {
  messages: talk,
  reactions: talk,
  renames: {
    member: { burst: 5, perSecond: 0.5 },
    address: { burst: 500, perSecond: 50 },
    room: { burst: 500, perSecond: 50 },
  },
  asks: {
    member: { burst: 60, perSecond: 6 },
    address: { burst: 1500, perSecond: 150 },
    room: { burst: 5000, perSecond: 500 },
  },
  searches: {
    member: { burst: 10, perSecond: 1 },
    address: { burst: 50, perSecond: 5 },
    room: { burst: 100, perSecond: 10 },
  },
  signals: {
    member: { burst: 100, perSecond: 10 },
    address: { burst: 1500, perSecond: 150 },
    room: { burst: 5000, perSecond: 500 },
  },
  joins: {
    member: { burst: 30, perSecond: 3 },
    address: { burst: 1500, perSecond: 150 },
    room: { burst: 5000, perSecond: 500 },
  },
  /** What a bot or a webhook posts: its own, wherever it comes from. */
  programs: {
    member: { burst: 60, perSecond: 6 },
    address: { burst: 60, perSecond: 6 },
    room: { burst: 600, perSecond: 60 },
  },
  /** POSTs come without a session, and each without a cookie is somebody new. */
  posts: {
    member: { burst: 30, perSecond: 3 },
    address: { burst: 50, perSecond: 5 },
    room: { burst: 200, perSecond: 20 },
  },
} as const satisfies Record<string, Record<"member" | "address" | "room", Rate>>;

/** All of them. */
export interface Rates {
  session: Record<keyof typeof session, Rate>;
  shared: Record<keyof typeof shared, Record<"member" | "address" | "room", Rate>>;
}
export const ours: Rates = { session, shared };

/**
 * Ours, but for those that `said` names otherwise: `messages.member=100/10 session.ops=60/6`, a burst and what comes back
 * each second. What it says of others, or not in this form, has no meaning.
 */
export function ratesWith(said: string): Rates {
  const other = new Map<string, Rate>();
  for (const [, name = "", burst, perSecond] of said.matchAll(
    /(?<=^|\s)([a-z]+\.[a-z]+)=(\d+)\/(\d+(?:\.\d+)?)(?=\s|$)/g,
  ))
    if (Number(burst) >= 1 && Number(perSecond) > 0)
      other.set(name, { burst: Number(burst), perSecond: Number(perSecond) });
  const changed = <R extends Record<string, Rate>>(group: string, rates: R): R =>
    Object.assign(
      {},
      ...Object.entries(rates).map(([name, rate]) => ({ [name]: other.get(`${group}.${name}`) ?? rate })),
    );
  const groups = Object.entries(shared).map(([group, rates]) => ({ [group]: changed(group, rates) }));
  return { session: changed("session", session), shared: Object.assign({}, ...groups) };
}

/**
 * Wrong guesses of a room's passcode. So many are free; after that each makes the wait for the next twice as long, up to the
 * longest. They are kept in rows, for a room that sleeps must not forget them, and after `forgetS` without another let go.
 * Those of everybody are counted too, as nobody knows how many addresses somebody has.
 */
export const guesses = {
  address: { free: 5, longestS: 3600 },
  room: { free: 30, longestS: 60 },
  forgetS: 24 * 3600,
};

export interface Bucket {
  /** 0, or the whole seconds after `now` (ms) for which there is no token. */
  wait(now: number): number;
  /** Takes one token at `now` (ms). 0, or the whole seconds after which there is one again. */
  take(now: number): number;
  /** Nothing is missing in it at `now` (ms): a new one would be the same. */
  isFull(now: number): boolean;
}

/** A full bucket. */
export function bucket({ burst, perSecond }: Rate): Bucket {
  let tokens = burst;
  let at = 0;
  function fill(now: number): void {
    if (at > 0) tokens = Math.min(burst, tokens + (Math.max(0, now - at) / 1000) * perSecond);
    at = now;
  }
  function wait(now: number): number {
    fill(now);
    return tokens >= 1 ? 0 : Math.max(1, Math.ceil((1 - tokens) / perSecond));
  }
  return {
    wait,
    take(now) {
      const seconds = wait(now);
      if (seconds === 0) tokens -= 1;
      return seconds;
    },
    isFull(now) {
      fill(now);
      return tokens === burst;
    },
  };
}

/** A bucket that is never empty: PARLOR_LIMITS=off. */
export const bottomless: Bucket = { wait: () => 0, take: () => 0, isFull: () => true };
