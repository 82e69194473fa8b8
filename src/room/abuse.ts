// What is too much: every number by which one is kept from spoiling a room, or an account, for the others. What both sides of the
// wire know of bounds is in protocol/limits.ts.

export interface Rate {
  /** Tokens a bucket holds when full. */
  burst: number;
  /** Tokens that come back each second. */
  perSecond: number;
}

// Buckets live in memory. Each is full again after the 10 s of quiet that a room needs to fall asleep,
// so that a room just woken is exactly as patient as one that stayed awake.

/** Of one session. */
export const session = {
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
export const shared = {
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
  /**
   * Sessions that were closed as abusive. Who comes without a cookie is somebody new each time, but an address that goes on has
   * its newcomers wait: no client of ours is ever closed so, and who is a member there comes in all the same.
   */
  abuses: {
    member: { burst: 100, perSecond: 10 },
    address: { burst: 5, perSecond: 0.5 },
    room: { burst: 5000, perSecond: 500 },
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

/** Whoever was shown out for abuse is kept out until they have been quiet for so long, in ms: as long as a room needs to fall asleep. */
export const QUIET_MS = 10_000;
/** So long somebody may stand at the door, in ms, without a hello or without its passcode. */
export const AT_DOOR_MS = 60_000;

/** Sockets that a room takes at once, where its deployment does not say otherwise (PARLOR_ROOM_SOCKETS). */
export const ROOM_SOCKETS = 10_000;
/** Those of them that one address may have open (PARLOR_ADDRESS_SOCKETS): a lecture hall has one address. */
export const ADDRESS_SOCKETS = 1_000;
/** Who comes to a full room knocks again after so many seconds. */
export const FULL_WAIT_S = 10;

/** Browsers that a member can have pushed to, and a room. */
export const MEMBER_PUSHES = 10;
export const ROOM_PUSHES = 1_000;

export interface Guesses {
  address: { free: number; longestS: number };
  room: { free: number; longestS: number };
  forgetS: number;
}
/**
 * Wrong guesses of a room's passcode. So many are free; after that each makes the wait for the next twice as long, up to the
 * longest. They are kept in rows, for a room that sleeps must not forget them, and after `forgetS` without another let go.
 * Those of everybody are counted too, as nobody knows how many addresses somebody has.
 */
export const guesses: Guesses = {
  address: { free: 5, longestS: 3600 },
  room: { free: 30, longestS: 60 },
  forgetS: 24 * 3600,
};

/**
 * What the Worker's limiters take in so many seconds before any room is woken. They are configured in wrangler.toml, which can't
 * read this: a test holds the two to each other.
 */
export const limiters = {
  /** What one address asks of all rooms together. */
  DOORS: { limit: 1200, period: 60 },
  /** What one session over HTTP does. */
  SESSIONS: { limit: 600, period: 60 },
  /** Rooms that one address makes. */
  MAKERS: { limit: 120, period: 60 },
} as const;
