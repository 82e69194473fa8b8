// The model's test: a run of each of many seeds, in two files, for each file of tests has a core of its own.
import { expect, test } from "vitest";
import type { Verdict } from "../checker.ts";
import { report, sum } from "../report/report.ts";
import { size } from "../size.ts";
import { run } from "./run.ts";

const SEEDS = size(100, 2_000);
const STEPS = 200;
/** A long run tries some besides that nobody tried before, from here on. */
const FRESH = size(0, 400);
const BASE = Date.now() % 1_000_000_000;

/** Runs the odd or the even ones. MODEL_SEED=n runs that one alone. */
export function testSeeds(which: "odd" | "even"): void {
  const one = process.env.MODEL_SEED;
  const from = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index);
  const all = one === undefined ? [...from(1, SEEDS), ...from(BASE, FRESH)] : [Number(one)];
  const seeds = all.filter((seed) => seed % 2 === (which === "odd" ? 1 : 0));

  test(`whatever goes wrong between six clients and their room, each promise holds: ${which} seeds`, async () => {
    const verdicts: Verdict[] = [];
    const faults: string[] = [];
    const began = Date.now();
    for (const seed of seeds) {
      const verdict = await run(seed, STEPS);
      verdicts.push(verdict);
      faults.push(...verdict.faults.slice(0, 3).map((fault) => `MODEL_SEED=${seed}: ${fault}`));
    }
    report({
      proof: "F4",
      did: `model, ${which} seeds: ${seeds.length} × ${STEPS} steps of 6 clients`,
      ops: sum(verdicts),
      faults: faults.length,
      more: `${Math.round((Date.now() - began) / 1000)} s${FRESH > 0 ? `; ${FRESH / 2} seeds from ${BASE} on` : ""}`,
    });
    expect(faults).toEqual([]);
  });
}
