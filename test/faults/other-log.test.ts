// A9: the room's log is another one than it was, wiped or restored from a backup. Whoever knew the old one is told to begin
// anew, and shows nothing of it. In the model's world, where a disk can be changed under a room.
import { afterEach, expect, it } from "vitest";
import { seeded } from "../support/world.ts";
import { createClock } from "./model/clock.ts";
import { createDisk, type Disk } from "./model/disk.ts";
import { createHouse } from "./model/house.ts";
import { type Client, open, type Street } from "./model/people.ts";
import { report } from "./report/report.ts";

/** Long enough for everybody to be back, and level. */
const QUIET_MS = 60_000;

/** Ann and bo in a room where they have said "one" and "two". */
async function annAndBo() {
  const clock = createClock();
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
    history: [],
    sent: new Set(),
    wires,
    house: { ...house, answer: (member, far) => house.answer(member, far) },
  };
  const comes = (who: string) => open(street, who, who.padEnd(20, "x"));
  const says = async ({ room }: Client, text: string) => {
    room.send(text);
    await clock.pass(2_000);
  };
  const [ann, bo] = [comes("ann"), comes("bo")];
  await clock.pass(2_000);
  await says(ann, "one");
  await says(bo, "two");
  return {
    ann,
    bo,
    comes,
    says,
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
    /** What each shows, and how often each was told to begin anew. */
    shown: () =>
      [ann, bo].map(({ who, room: { state } }) => ({
        texts: state.messages.map(({ body }) => body?.text),
        cursor: state.cursor,
        link: state.link.is,
        told: street.history.filter((entry) => entry.is === "start" && entry.who === who && entry.told).length,
      })),
    epochs: () => new Set([ann, bo].map(({ room }) => room.state.epoch)),
  };
}

afterEach(({ task }) => {
  const faults = task.result?.state === "fail" ? 1 : 0;
  report({ proof: "A9", did: task.name.replace(/:.*/, ""), faults });
});

const both = <T>(each: T) => [each, each];

it("wiped: they show what is said in the new one, and talk on in it", async () => {
  const { ann, bo, says, startsOn, shown, epochs } = await annAndBo();
  const [before] = epochs();
  await startsOn(createDisk(), "new");
  expect(shown()).toEqual(both({ texts: ["new"], cursor: 1, link: "open", told: 1 }));
  await says(ann, "is it?");
  await says(bo, "it is");
  expect(shown()).toEqual(both({ texts: ["new", "is it?", "it is"], cursor: 3, link: "open", told: 1 }));
  expect(epochs().size).toBe(1);
  expect(epochs()).not.toContain(before);
});

it("restored, and shorter than what they knew: they show what is left, and what comes takes the old places", async () => {
  const { ann, bo, says, copy, startsOn, shown } = await annAndBo();
  const backup = copy();
  await says(ann, "three");
  await startsOn(backup);
  expect(shown()).toEqual(both({ texts: ["one", "two"], cursor: 2, link: "open", told: 1 }));
  await says(bo, "another three");
  expect(shown()).toEqual(both({ texts: ["one", "two", "another three"], cursor: 3, link: "open", told: 1 }));
});

it("restored, and talked on in up to where they stood: another event at their cursor is another log, though its epoch is the same", async () => {
  const { ann, says, copy, startsOn, shown, epochs } = await annAndBo();
  const backup = copy();
  const [before] = epochs();
  await says(ann, "three");
  await startsOn(backup, "another three");
  expect(shown()).toEqual(both({ texts: ["one", "two", "another three"], cursor: 3, link: "open", told: 1 }));
  expect([...epochs()]).toEqual([before]);
});

it("restored, and the same up to where they stood: they are told nothing, and given the rest", async () => {
  const { copy, startsOn, shown } = await annAndBo();
  await startsOn(copy(), "three");
  expect(shown()).toEqual(both({ texts: ["one", "two", "three"], cursor: 3, link: "open", told: 0 }));
});
