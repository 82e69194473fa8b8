// What a proof came to: said as it runs, and kept by npm run test:long for its report.
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import type { Verdict } from "../checker.ts";
import { long } from "../size.ts";

/** Where findings are kept until the report is written. */
export const KEPT = "test/faults/report/kept";

/** Proofs that have runs of their own (npm run test:mutants, npm run test:repeat), and one finding. */
export const ALONE: ReadonlySet<string> = new Set(["M1", "Q1"]);

/** What one proof found. `ops` is what the checker counted, where it judged; `more` whatever else is worth knowing. */
export interface Finding {
  /** The proof's name in the report: F1, M1, B2 … and what was done. */
  proof: string;
  did: string;
  ops?: Omit<Verdict, "faults">;
  faults: number;
  more?: string;
}

/** Says what was found, and keeps it where this is a long run. */
export function report(finding: Finding): void {
  console.info(`${finding.proof}: ${JSON.stringify({ ...finding, proof: undefined })}`);
  if (long) keep(finding);
}

/** A finding as it is kept: with the commit that it was found at. */
export type Kept = Finding & { commit: string };

/** Keeps it for the report. Of the planted bugs and the repeats, which are one finding each, the last one. */
export function keep(finding: Finding): void {
  mkdirSync(KEPT, { recursive: true });
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  const alone = ALONE.has(finding.proof);
  const file = `${finding.proof} ${alone ? "" : finding.did}`.replace(/\W+/g, "-").slice(0, 80);
  const kept: Kept = { ...finding, commit };
  writeFileSync(`${KEPT}/${file}.json`, JSON.stringify(kept));
}

/** Adds what was counted of two histories. */
export function sum(verdicts: readonly Verdict[]): Omit<Verdict, "faults"> {
  const all = { attempted: 0, acked: 0, refused: 0, unknown: 0, recovered: 0, lost: 0, duplicated: 0, unexpected: 0 };
  for (const verdict of verdicts) {
    for (const count of Object.keys(all) as (keyof typeof all)[]) all[count] += verdict[count];
  }
  return all;
}
