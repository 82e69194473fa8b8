// Ann and bo in a room of the model, who come and go; under them the room's disk can be changed for another.
import { seeded } from "../../support/world.ts";
import { check, type Verdict } from "../checker.ts";
import type { History } from "../history.ts";
import { recordScreen } from "../recorder.ts";
import { createClock } from "./clock.ts";
import { createDisk, type Disk } from "./disk.ts";
import { createHouse } from "./house.ts";
import { type Client, open, type Street } from "./people.ts";
import { linesAfter, placesOf } from "./reference.ts";

/** Long enough for everybody to be back, and level. */
export const QUIET_MS = 60_000;
/** Long enough for what was said to be echoed. */
const ECHO_MS = 2_000;

export type Pair = Awaited<ReturnType<typeof annAndBo>>;

/** Both are in, and nothing was said yet. */
export async function annAndBo() {
  const clock = createClock();
  const history: History = [];
  const wires: Street["wires"] = new Set();
  const hangUp = () => {
    for (const wire of wires) wire.cut();
    wires.clear();
  };
  let disk = createDisk();
  let house = createHouse(clock, disk, undefined, hangUp);
  const street: Street = {
    clock,
    random: seeded(1),
    history,
    sent: new Set(),
    wires,
    house: { ...house, answer: (member, far) => house.answer(member, far) },
  };
  const clients: Client[] = [];
  const comes = (who: string) => {
    const client = open(street, who, who.padEnd(20, "x"));
    clients.push(client);
    return client;
  };
  const says = async ({ room }: Client, ...texts: string[]) => {
    for (const text of texts) room.send(text);
    await clock.pass(ECHO_MS);
  };
  const [ann, bo] = [comes("ann"), comes("bo")];
  await clock.pass(ECHO_MS);
  return {
    ann,
    bo,
    clock,
    history,
    comes,
    says,
    /** A day goes by for what was said so far. */
    age: () => house.age(),
    copy: () => disk.copy(),
    /** The room's process ends, and the next one finds this disk. Ann and bo come back when cleo has said this, if anything. */
    async startsOn(other: Disk, cleoSays?: string) {
      for (const { room } of [ann, bo]) room.disconnect();
      await clock.pass(QUIET_MS);
      disk = other;
      house = createHouse(clock, disk, undefined, hangUp);
      if (cleoSays !== undefined) await says(comes("cleo"), cleoSays);
      for (const { room } of [ann, bo]) room.connect();
      await clock.pass(QUIET_MS);
    },
    /** How often this one was told to begin anew. */
    told: (who: string) => history.filter((entry) => entry.is === "start" && entry.who === who && entry.told).length,
    /** Lets it be quiet, and judges all that happened. */
    async judge(): Promise<Verdict> {
      await clock.pass(QUIET_MS);
      const rows = house.log();
      for (const { who, room } of clients) recordScreen(history, who, room.state);
      const lines = linesAfter(rows, house.tail);
      history.push({ is: "read", epoch: ann.room.state.epoch, log: placesOf(rows), lines });
      const verdict = check(history);
      verdict.faults.push(...house.broken.map((fault) => `broken: ${fault}`));
      disk.close();
      return verdict;
    },
  };
}

/** Forgets all but what was sent: of a log that is gone, or was set back, nothing else must hold any more. */
export function beginAnew(history: History): void {
  history.splice(0, history.length, ...history.filter(({ is }) => is === "send"));
}
