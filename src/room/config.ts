// What of the deployment's configuration a room knows: the variables of wrangler.toml, read once.
import * as v from "valibot";
import { ROOM_SOCKETS } from "../protocol/limits.ts";

/** The variables as they come. Each has a meaning whatever stands in it: a slip of the pen must not close every room. */
export interface Variables {
  /** `off` lifts the rate limits. */
  PARLOR_LIMITS: string;
  /** How many sockets a room takes at once. */
  PARLOR_ROOM_SOCKETS: string;
}

export interface Config {
  limited: boolean;
  sockets: number;
}

const Sockets = v.fallback(v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.safeInteger()), ROOM_SOCKETS);

/** Reads the variables. What is not a number of sockets is ROOM_SOCKETS. */
export function readConfig({ PARLOR_LIMITS, PARLOR_ROOM_SOCKETS }: Variables): Config {
  return { limited: PARLOR_LIMITS !== "off", sockets: v.parse(Sockets, PARLOR_ROOM_SOCKETS) };
}
