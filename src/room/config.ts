// What of the deployment's configuration a room knows: the variables of wrangler.toml, read once.
import * as v from "valibot";
import { ADDRESS_SOCKETS, type Guesses, type Rates, ROOM_SOCKETS } from "./abuse.ts";
import { guessesWith, ratesWith } from "./rate.ts";

/** The variables as they come. Each has a meaning whatever stands in it: a slip of the pen must not close every room. */
export interface Variables {
  /** `off` lifts the rate limits; some of them otherwise than they are in abuse.ts. */
  PARLOR_LIMITS: string;
  PARLOR_RATES: string;
  /** How many sockets a room takes at once, and how many of one address. */
  PARLOR_ROOM_SOCKETS: string;
  PARLOR_ADDRESS_SOCKETS: string;
  /** `on` lets outgoing webhooks and pushes call private addresses, and without encryption. */
  PARLOR_PRIVATE_HOOKS: string;
}

export interface Config {
  /** How fast is too fast; nothing where that was lifted. */
  rates: Rates | undefined;
  /** How many guesses of a passcode are free, and what the others cost; as in abuse.ts where a test says nothing. */
  guesses?: Guesses;
  sockets: number;
  socketsOfAddress: number;
  privateHooks: boolean;
}

const Count = v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.safeInteger());

/** Reads the variables. What is not a number is ours. */
export function readConfig({
  PARLOR_LIMITS,
  PARLOR_RATES,
  PARLOR_ROOM_SOCKETS,
  PARLOR_ADDRESS_SOCKETS,
  PARLOR_PRIVATE_HOOKS,
}: Variables): Config {
  return {
    rates: PARLOR_LIMITS === "off" ? undefined : ratesWith(PARLOR_RATES),
    guesses: guessesWith(PARLOR_RATES),
    sockets: v.parse(v.fallback(Count, ROOM_SOCKETS), PARLOR_ROOM_SOCKETS),
    socketsOfAddress: v.parse(v.fallback(Count, ADDRESS_SOCKETS), PARLOR_ADDRESS_SOCKETS),
    privateHooks: PARLOR_PRIVATE_HOOKS === "on",
  };
}
