// A9: the room's log is another one than it was, wiped or restored from a backup. Whoever knew the old one is told to begin
// anew, and shows nothing of it. In the model's world, where a disk can be changed under a room.
import { afterEach, expect, it } from "vitest";
import { createDisk } from "./model/disk.ts";
import { annAndBo } from "./model/pair.ts";
import { report } from "./report/report.ts";

/** They have said "one" and "two". */
async function whoHaveTalked() {
  const pair = await annAndBo();
  const { ann, bo, says, told } = pair;
  await says(ann, "one");
  await says(bo, "two");
  const both = [ann, bo];
  return {
    ...pair,
    /** What each shows, and how often each was told to begin anew. */
    shown: () =>
      both.map(({ who, room: { state } }) => ({
        texts: state.messages.map(({ body }) => body?.text),
        cursor: state.cursor,
        link: state.link.is,
        told: told(who),
      })),
    epochs: () => new Set(both.map(({ room }) => room.state.epoch)),
  };
}

afterEach(({ task }) => {
  const faults = task.result?.state === "fail" ? 1 : 0;
  report({ proof: "A9", did: task.name.replace(/:.*/, ""), faults });
});

const both = <T>(each: T) => [each, each];

it("wiped: they show what is said in the new one, and talk on in it", async () => {
  const { ann, bo, says, startsOn, shown, epochs } = await whoHaveTalked();
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
  const { ann, bo, says, copy, startsOn, shown } = await whoHaveTalked();
  const backup = copy();
  await says(ann, "three");
  await startsOn(backup);
  expect(shown()).toEqual(both({ texts: ["one", "two"], cursor: 2, link: "open", told: 1 }));
  await says(bo, "another three");
  expect(shown()).toEqual(both({ texts: ["one", "two", "another three"], cursor: 3, link: "open", told: 1 }));
});

it("restored, and talked on in up to where they stood: another event at their cursor is another log, though its epoch is the same", async () => {
  const { ann, says, copy, startsOn, shown, epochs } = await whoHaveTalked();
  const backup = copy();
  const [before] = epochs();
  await says(ann, "three");
  await startsOn(backup, "another three");
  expect(shown()).toEqual(both({ texts: ["one", "two", "another three"], cursor: 3, link: "open", told: 1 }));
  expect([...epochs()]).toEqual([before]);
});

it("restored, and the same up to where they stood: they are told nothing, and given the rest", async () => {
  const { copy, startsOn, shown } = await whoHaveTalked();
  await startsOn(copy(), "three");
  expect(shown()).toEqual(both({ texts: ["one", "two", "three"], cursor: 3, link: "open", told: 0 }));
});
