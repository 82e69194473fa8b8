// Who is named in a frame of events.
import { expect, it } from "vitest";
import { person } from "../../src/room/members.ts";
import { Told } from "../../src/room/told.ts";
import { enter, freshRoom, until } from "./visitor.ts";

it("names ann with the first thing that she says, and not again until cy comes, who does not know her", async () => {
  const room = freshRoom();
  const bo = await enter({ room, name: "Bo" });
  const ann = await enter({ room, name: "Ann" });
  for (const text of ["one", "two", "three"]) await ann.say(text);
  await until(() => expect(bo.texts).toEqual(["one", "two", "three"]));
  const names = () => bo.frames("events").map(({ people }) => people.map(({ name }) => name));
  expect(names()).toEqual([["Ann"], [], []]);
  await enter({ room, name: "Cy" });
  await ann.say("four");
  await until(() => expect(names()).toEqual([["Ann"], [], [], ["Ann"]]));
});

it("names ann again when she has another name, and forgets whom it named before it grows without end", () => {
  const told = new Told();
  const ann = person("a".repeat(20), "Ann", false);
  expect(told.news([ann])).toEqual([ann]);
  expect(told.news([ann])).toEqual([]);
  expect(told.news([{ ...ann, name: "Anna" }])).toHaveLength(1);
  for (let n = 0; n < 1000; n += 1) told.news([person(`m${n}`, "Guest", true)]);
  expect(told.news([{ ...ann, name: "Anna" }])).toHaveLength(1);
});
