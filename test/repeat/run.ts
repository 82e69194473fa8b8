// npm run test:repeat: runs the tests until they were run so many times on this build (20 unless told otherwise), be it in
// several sittings, and tells which of them don't always pass.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { keep } from "../faults/report/report.ts";
import { failuresIn, readResults } from "../faults/report/results.ts";
import { openTally } from "../faults/report/tally.ts";

const Run = v.object({ at: v.string(), seconds: v.number(), failures: v.array(v.string()) });

const [said = "20"] = process.argv.slice(2);
const times = Number(said);
if (!Number.isInteger(times) || times < 1) {
  console.error("usage: npm run test:repeat [-- <how many times in all>]");
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "parlor-repeat-"));
const results = join(folder, "results.json");

/** Runs all tests once, and gives what failed; nothing where somebody stopped it. */
function once(): string[] | undefined {
  rmSync(results, { force: true });
  const vitest = join("node_modules", "vitest", "vitest.mjs");
  const { status, signal } = spawnSync(
    process.execPath,
    [vitest, "run", "--reporter", "json", "--outputFile", results],
    {
      stdio: "ignore",
    },
  );
  if (status === 0) return [];
  if (signal !== null || status === 130 || status === 143) return undefined;
  const failures = existsSync(results) ? failuresIn(readResults(results)) : [];
  for (const { why } of failures) console.error(why);
  // An error outside of any test fails a run too.
  return failures.length === 0 ? [`vitest itself: ${status}`] : failures.map(({ file, name }) => `${file}: ${name}`);
}

const tally = openTally("test/repeat/tally.json", Run);
if (tally.found.length > 0) console.info(`${tally.found.length} of ${times} were run on this build before`);
while (tally.found.length < times) {
  const began = Date.now();
  const failures = once();
  if (failures === undefined) break;
  const seconds = Math.round((Date.now() - began) / 1000);
  tally.add({ at: new Date(began).toISOString(), seconds, failures });
  const passed = failures.length === 0 ? "passed" : "FAILED";
  console.info([`${tally.found.length} of ${times}: ${passed} in ${seconds} s`, ...failures].join("\n  "));
}
rmSync(folder, { recursive: true, force: true });

const runs = tally.found;
const failed = runs.filter(({ failures }) => failures.length > 0).length;
if (runs.length > 0) {
  const took = runs.map(({ seconds }) => seconds);
  const flakes = Map.groupBy(
    runs.flatMap(({ failures }) => failures),
    (failure) => failure,
  );
  const more = [
    `${Math.min(...took)} to ${Math.max(...took)} s each`,
    ...[...flakes].map(([failure, all]) => `${failure} (${all.length} times)`),
  ];
  const did = `npm test, ${runs.length} times: ${runs.length - failed} passed`;
  keep({ proof: "Q1", did, faults: failed, more: more.join("; ") });
  execFileSync(process.execPath, ["test/faults/report/write.ts"], { stdio: "inherit" });
}
process.exitCode = failed === 0 && runs.length >= times ? 0 : 1;
