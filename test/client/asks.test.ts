// Questions to the room, and their one end each.
import { expect, test } from "vitest";
import { type Answer, createAsks, type Question } from "../../src/client/asks.ts";
import { createWorld } from "../support/world.ts";

const nobodyThere = () => createWorld(() => ({ send() {}, close() {} }));
const before = (seq: number): Question => ({ type: "ask", history: { before: seq } });
const answer = (ref: number): Answer => ({ type: "answer", ref, page: [], people: [], more: false });

test("each question gets its own answer, and one end only", () => {
  const asks = createAsks(nobodyThere().platform, () => {});
  const ends: string[] = [];
  asks.ask(before(9), (page) => ends.push(`first ${page?.ref}`));
  asks.ask(before(5), (page) => ends.push(`second ${page?.ref}`));
  asks.ask(before(1), (page) => ends.push(`third ${page?.ref}`));
  asks.answered(answer(2));
  asks.refused({ type: "refused", code: "internal", ref: 1 });
  asks.answered(answer(1));
  asks.drop();
  asks.drop();
  expect(ends).toEqual(["second 2", "first undefined", "third undefined"]);
});

test("a question that came too fast is asked again when the room said, and not after the link went", async () => {
  const world = nobodyThere();
  const asked: unknown[] = [];
  const asks = createAsks(world.platform, (frame) => void asked.push(frame));
  const ends: (number | undefined)[] = [];
  asks.ask(before(9), (page) => ends.push(page?.ref));
  asks.refused({ type: "refused", code: "too_fast", ref: 1, retryAfter: 3 });
  await world.pass(2900);
  expect(asked).toHaveLength(1);
  await world.pass(200);
  expect(asked[1]).toEqual(asked[0]);
  asks.answered(answer(1));
  asks.ask(before(5), (page) => ends.push(page?.ref));
  asks.refused({ type: "refused", code: "too_fast", ref: 2, retryAfter: 3 });
  asks.drop();
  await world.pass(5000);
  expect(asked).toHaveLength(3);
  expect(ends).toEqual([1, undefined]);
});
