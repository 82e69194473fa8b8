// Questions to the room, and their one end each.
import { expect, test } from "vitest";
import { type Answer, createAsks } from "../../src/client/asks.ts";

const answer = (ref: number): Answer => ({ type: "answer", ref, page: [], people: [], more: false });

test("each question gets its own answer, and one end only", () => {
  const asks = createAsks(() => {});
  const ends: string[] = [];
  asks.ask({ before: 9 }, (page) => ends.push(`first ${page?.ref}`));
  asks.ask({ before: 5 }, (page) => ends.push(`second ${page?.ref}`));
  asks.ask({ before: 1 }, (page) => ends.push(`third ${page?.ref}`));
  asks.answered(answer(2));
  asks.refused(1);
  asks.answered(answer(1));
  asks.drop();
  asks.drop();
  expect(ends).toEqual(["second 2", "first undefined", "third undefined"]);
});
