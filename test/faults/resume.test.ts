// F10: bo comes back after any gap, with the client that ships; all that happens is judged. In the model's world, where 10,000
// messages take no time; over real sockets it is in test/room/resume.test.ts.
import { afterAll, describe, expect, it } from "vitest";
import { BATCH_EVENTS, PAGE_MESSAGES } from "../../src/protocol/limits.ts";
import type { Verdict } from "./checker.ts";
import { createDisk } from "./model/disk.ts";
import { annAndBo, beginAnew, type Pair, QUIET_MS } from "./model/pair.ts";
import { report, sum } from "./report/report.ts";

const GAPS = [0, 1, PAGE_MESSAGES - 1, PAGE_MESSAGES, PAGE_MESSAGES + 1, BATCH_EVENTS, BATCH_EVENTS + 1, 10_000];
const AT_ONCE = 100;

const verdicts: Verdict[] = [];
/** Nothing was wrong, and bo was told so often to begin anew. */
async function holds(pair: Pair, told: number): Promise<void> {
  const verdict = await pair.judge();
  verdicts.push(verdict);
  expect(verdict.faults).toEqual([]);
  expect(pair.told("bo")).toBe(told);
}

afterAll(() => {
  const faults = verdicts.reduce((total, verdict) => total + verdict.faults.length, 0);
  const did = `the shipped client comes back after gaps of up to ${GAPS.at(-1)} messages, ahead of the log, to another, after retention, in mid-talk`;
  report({ proof: "F10", did, ops: sum(verdicts), faults });
});

/** Both have heard "hello"; then bo is away. */
async function boIsAway(): Promise<Pair> {
  const pair = await annAndBo();
  await pair.says(pair.ann, "hello");
  pair.bo.room.disconnect();
  return pair;
}

async function annSays({ ann, says }: Pair, count: number): Promise<void> {
  for (let said = 0; said < count; said += AT_ONCE) {
    const texts = Array.from({ length: Math.min(AT_ONCE, count - said) }, (_, n) => `line ${said + n + 1}`);
    await says(ann, ...texts);
    // Nobody reads so far back.
    ann.room.keepLatest();
  }
}

const seqsOf = (pair: Pair) =>
  pair.history.flatMap((entry) => (entry.is === "deliver" && entry.who === "bo" ? [entry.seq] : []));

describe("bo comes back", () => {
  it.each(GAPS)("after %i messages, and is given each of them", async (gap) => {
    const pair = await boIsAway();
    await annSays(pair, gap);
    pair.bo.room.connect();
    await pair.clock.pass(QUIET_MS);
    expect(seqsOf(pair)).toEqual(Array.from({ length: gap + 1 }, (_, n) => n + 1));
    await holds(pair, 0);
  });

  it("while ann says fifty a second, and is level before she ends", async () => {
    const pair = await boIsAway();
    await annSays(pair, 1_000);
    pair.bo.room.connect();
    for (let said = 1; said <= 500; said++) {
      pair.ann.room.send(`meanwhile ${said}`);
      await pair.clock.pass(20);
    }
    expect(seqsOf(pair).length).toBeGreaterThan(1_001);
    await holds(pair, 0);
  });

  it("with words of his own, which he wrote while he was away: they come after what he missed", async () => {
    const pair = await boIsAway();
    pair.bo.room.send("from the train");
    await annSays(pair, PAGE_MESSAGES + 1);
    pair.bo.room.connect();
    await pair.clock.pass(QUIET_MS);
    expect(pair.bo.room.state.messages.at(-1)?.body?.text).toBe("from the train");
    await holds(pair, 0);
  });

  it("ahead of a log that was set back, and is told", async () => {
    const pair = await annAndBo();
    await pair.says(pair.ann, "one");
    const backup = pair.copy();
    await pair.says(pair.ann, "two");
    beginAnew(pair.history);
    await pair.startsOn(backup);
    await pair.says(pair.ann, "and now?");
    await holds(pair, 1);
  });

  it("to another log, and is told", async () => {
    const pair = await annAndBo();
    await pair.says(pair.ann, "one", "two");
    beginAnew(pair.history);
    await pair.startsOn(createDisk(), "new");
    await pair.says(pair.ann, "and now?");
    await holds(pair, 1);
  });

  it.each([1, PAGE_MESSAGES + 1])(
    "after a day in which all he knew and %i more were forgotten, and is told",
    async (gap) => {
      const pair = await annAndBo();
      pair.ann.room.moderate({ kind: "create" });
      pair.ann.room.moderate({ kind: "rules", rules: { keep: 86_400 } });
      await pair.says(pair.ann, "hello");
      pair.bo.room.disconnect();
      await annSays(pair, gap);
      pair.age();
      await pair.says(pair.ann, "a new day");
      pair.bo.room.connect();
      await pair.clock.pass(QUIET_MS);
      expect(pair.bo.room.state.messages.map(({ body }) => body?.text)).toEqual(["a new day"]);
      await holds(pair, 1);
    },
  );
});
