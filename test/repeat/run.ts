// npm run test:repeat: runs the tests so many times (20 unless told otherwise), and tells which of them don't always pass.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keep } from "../faults/report/report.ts";
import { failuresIn, readResults } from "../faults/report/results.ts";

const [said = "20"] = process.argv.slice(2);
const times = Number(said);
if (!Number.isInteger(times) || times < 1) {
  console.error("usage: npm run test:repeat [-- <how many times>]");
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "parlor-repeat-"));
const results = join(folder, "results.json");

/** Runs all tests once, and gives what failed. */
function once(): string[] {
  rmSync(results, { force: true });
  const vitest = join("node_modules", "vitest", "vitest.mjs");
  const { status } = spawnSync(process.execPath, [vitest, "run", "--reporter", "json", "--outputFile", results], {
    stdio: "ignore",
  });
  if (status === 0) return [];
  const failures = existsSync(results) ? failuresIn(readResults(results)) : [];
  // An error outside of any test fails a run too.
  return failures.length === 0 ? [`vitest itself: ${status}`] : failures.map(({ file, name }) => `${file}: ${name}`);
}

const seconds: number[] = [];
const flakes = new Map<string, number>();
let failed = 0;
for (let run = 1; run <= times; run++) {
  const began = Date.now();
  const failures = once();
  const took = Math.round((Date.now() - began) / 1000);
  seconds.push(took);
  if (failures.length > 0) failed += 1;
  console.info(`${run} of ${times}: ${failures.length === 0 ? "passed" : "FAILED"} in ${took} s`);
  for (const failure of failures) {
    console.info(`  ${failure}`);
    flakes.set(failure, (flakes.get(failure) ?? 0) + 1);
  }
}
rmSync(folder, { recursive: true, force: true });

const more = [
  `${Math.min(...seconds)} to ${Math.max(...seconds)} s each`,
  ...[...flakes].map(([failure, runs]) => `${failure} (${runs} times)`),
];
keep({ proof: "Q1", did: `npm test, ${times} times: ${times - failed} passed`, faults: failed, more: more.join("; ") });
execFileSync(process.execPath, ["test/faults/report/write.ts"], { stdio: "inherit" });
process.exitCode = failed === 0 ? 0 : 1;
