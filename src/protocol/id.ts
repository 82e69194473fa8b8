// Ids and places: how an op is known, and where in the log an event stands.
import * as v from "valibot";

/** ≥ 96 random bits in base64url, minted by the client: what makes a resend the same op. No dot: `epoch.seq` needs it. */
export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{16,64}$/));
/** The length of the ids that we mint: 96 bits in 16 letters. Everybody is sent them, so they are no longer than that. */
export const ID_LENGTH = 16;

/** A place in the room's log, from 1. */
export const Seq = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** A number of something, or a cursor: the place before the first is 0. */
export const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
