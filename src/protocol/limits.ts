// Every bound that both sides of the wire know. Those against abuse, which only the room knows, are in room/abuse.ts.

/** Longest frame a client may send, in bytes of UTF-8. */
export const FRAME_BYTES = 64 * 1024;
/** Deepest nesting of a frame, counting the frame itself as 1. */
export const FRAME_DEPTH = 8;
/** Most ops in one frame. */
export const FRAME_OPS = 100;

/** Longest text of a message, in UTF-16 units. Escaped at its worst (6 bytes a unit) it still fits a frame. */
export const TEXT_UNITS = 8000;
/** Longest name, in graphemes and in bytes of UTF-8. */
export const NAME_GRAPHEMES = 32;
export const NAME_BYTES = 128;
/** Longest topic, in graphemes and in bytes of UTF-8. */
export const TOPIC_GRAPHEMES = 120;
export const TOPIC_BYTES = 480;
/** The slowest that a room can be made, in seconds between two messages of one person. */
export const SLOWEST_S = 3600;
/** A day, in seconds. */
export const DAY_S = 86_400;
/** How long a room can keep what was said, in seconds: for ever, 30 days, 7 days, a day. */
export const KEPT_S = [0, 30 * DAY_S, 7 * DAY_S, DAY_S] as const;
/** Longest that somebody can be muted or banned, in seconds, but for ever: ten years. */
export const LONGEST_S = 10 * 365 * 24 * 3600;
/** Longest passcode, in UTF-16 units. */
export const PASS_UNITS = 128;
/** Longest room name, in code points. */
export const ROOM_NAME_POINTS = 64;
/** Different emoji that can ever be set on one message. */
export const MESSAGE_EMOJI = 20;
/** Most events that are shown between a message and the next: the last ones. */
export const MESSAGE_MARKS = 20;
/** Edits and reactions, taken back or not, that one message can have in all. */
export const MESSAGE_CHANGES = 2000;

/** Most messages in a page, and the bytes after which a page ends early (it always has one message). */
export const PAGE_MESSAGES = 50;
export const PAGE_BYTES = 128 * 1024;

/** Longest words of a search, in UTF-16 units. */
export const SEARCH_UNITS = 100;
/** Most messages that one search looks through, and the hits after which it goes no further than the page it is at. */
export const SEARCH_MESSAGES = 2000;
export const SEARCH_HITS = 20;

/** A resume waits for a `got` after this many events, or after the batch that reached this many bytes. */
export const BATCH_EVENTS = 200;
export const BATCH_BYTES = 64 * 1024;
/** A client that said `credit` says `got` after receiving this many bytes. */
export const CREDIT_BYTES = 64 * 1024;
/** A session that is this many bytes behind its last `got` is closed `slow`. */
export const SLOW_BYTES = 4 * 1024 * 1024;
/** One without credit, as all at the text door are, is closed `slow` this many bytes after its last frame. */
export const SILENT_BYTES = 16 * 1024 * 1024;
/** A frame counts as this many bytes more than it has: what it takes to keep it waiting (room/credit.ts). */
export const FRAME_COST = 1024;

/** Bots and webhooks that a room can have, together. */
export const ROOM_PROGRAMS = 50;
/** Those of them to which the room posts: outgoing webhooks. */
export const ROOM_HOOKS = 10;
/** Longest URL of one, in UTF-16 units. */
export const HOOK_URL_UNITS = 2048;

/** People named in a welcome; a larger room gives only their count. */
export const ROSTER_PEOPLE = 100;

/** Longest that a GET waits for the next event, in seconds. */
export const WAIT_S = 25;
/** A stream over HTTP is never silent for longer than this, in milliseconds: so it is found out who has gone. */
export const STREAM_COMMENT_MS = 10_000;

/** A session over HTTP, in which the client need not ping, hears a pong this often, in milliseconds. */
export const SESSION_PONG_MS = 8_000;
/** A poll that hears something waits this long for more, in milliseconds. */
export const SESSION_GATHER_MS = 250;
/** Between two polls of one, in milliseconds, its person is still here. */
export const SESSION_LINGER_MS = 10_000;

/** A client pings this often, in milliseconds, and gives up on the link when no pong came for PONG_WAIT_MS. */
export const PING_EVERY_MS = 25_000;
export const PONG_WAIT_MS = 10_000;
/** A session of parlor.v1 that was not heard of for this long, in milliseconds, is taken for dead. */
export const DEAD_AFTER_MS = 70_000;
