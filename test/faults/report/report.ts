// What a proof came to: said as it runs, and kept by npm run test:long for its report.
import { mkdirSync, writeFileSync } from "node:fs";
import type { Verdict } from "../checker.ts";
import { long } from "../size.ts";

/** Where findings are kept until the report is written. */
export const KEPT = "test/faults/report/kept";

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

/** Keeps it for the report. */
export function keep(finding: Finding): void {
  mkdirSync(KEPT, { recursive: true });
  const file = `${finding.proof} ${finding.did}`.replace(/\W+/g, "-").slice(0, 80);
  writeFileSync(`${KEPT}/${file}.json`, JSON.stringify(finding));
}

/** Adds what was counted of two histories. */
export function sum(verdicts: readonly Verdict[]): Omit<Verdict, "faults"> {
  const all = { attempted: 0, acked: 0, refused: 0, unknown: 0, recovered: 0, lost: 0, duplicated: 0, unexpected: 0 };
  for (const verdict of verdicts) {
    for (const count of Object.keys(all) as (keyof typeof all)[]) all[count] += verdict[count];
  }
  return all;
}
