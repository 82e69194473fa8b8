// What tests of malice share: a server, two people who talk on it meanwhile, and chance with a seed. HOSTILE_SEED=n has the
// same chance again.
import { afterAll, beforeAll } from "vitest";
import { openServer } from "../support/house.ts";
import { seeded } from "../support/world.ts";
import { type Bystanders, talkOn } from "./bystanders.ts";

export const SEED = Number(process.env.HOSTILE_SEED ?? Date.now() % 1_000_000);

export const random = seeded(SEED);
/** A whole number from 0 on, below `most`. */
export const below = (most: number) => Math.floor(random() * most);
export const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;

/** Sets the server up for the tests of this file, and the two on it. */
export function openTarget() {
  const server = openServer({ PARLOR_LIMITS: "off" });
  let people: Bystanders | undefined;
  beforeAll(async () => {
    console.info(`HOSTILE_SEED=${SEED}`);
    people = await talkOn(server(), "lobby");
  });
  afterAll(() => people?.leave());
  return {
    server,
    /** The two still talk, and noticed nothing. */
    unharmed: async () => {
      if (people === undefined) throw new Error("nobody talks yet");
      await people.unharmed();
    },
  };
}
