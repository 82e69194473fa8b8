// A session over HTTP, for who can't hold a socket: what it is called, and what the Worker and the room say of it to each other.
import * as v from "valibot";

/** Its id: a secret of its holder's. */
export const SESSION_ID_LENGTH = 22;
export const SessionId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{22}$/));

/** The Worker has heard enough for one poll: what comes now is to wait for the next … */
export const HOLD = '{"type":"hold"}';
/** … and the room's answer, after which nothing comes. */
export const HELD = '{"type":"held"}';
