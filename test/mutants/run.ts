// npm run test:mutants: plants each bug in a copy of the project, one at a time, and sees whether the tests notice it.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { keep } from "../faults/report/report.ts";
import { type Failure, failuresIn, readResults } from "../faults/report/results.ts";
import { type Bug, bugs } from "./bugs.ts";

/** All that need no browser and no server. */
const ALL = ["--project", "unit", "--project", "room", "--project", "faults"];

const LONGEST_MS = 600_000;
/** So often all tests are asked, where one failed that then did not. */
const ATTEMPTS = 3;

const copy = mkdtempSync(join(tmpdir(), "parlor-mutants-"));
const files = execFileSync("git", ["ls-files"], { encoding: "utf8" }).trim().split("\n");
for (const file of files) {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  cpSync(file, join(copy, file));
}
symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
cpSync("public", join(copy, "public"), { recursive: true });

/** What was said by the last tests that were run. */
let output = "";

const results = join(copy, "results.json");

/** Runs these tests in the copy, up to the first that fails, and gives that one. */
function firstFailure(args: string[]): Failure | undefined {
  rmSync(results, { force: true });
  const vitest = join("node_modules", "vitest", "vitest.mjs");
  const report = ["--reporter", "default", "--reporter", "json", "--outputFile.json", results];
  const run = spawnSync(process.execPath, [vitest, "run", "--bail", "1", ...report, ...args], {
    cwd: copy,
    encoding: "utf8",
    timeout: LONGEST_MS,
  });
  output = `${run.stdout}${run.stderr}`;
  if (run.status === 0) return undefined;
  const failures = existsSync(results) ? failuresIn(readResults(results)) : [];
  // What does not come to an end does not pass either.
  return failures[0] ?? { file: "", name: `no end, or none that a test tells of (${run.signal ?? run.status})` };
}

/** Which test noticed it, or undefined where none did. */
function noticed({ file, find, put, tests }: Bug): string | undefined {
  const path = join(copy, file);
  const source = readFileSync(path, "utf8");
  if (source.split(find).length !== 2) throw new Error(`${file} does not have this once any more:\n${find}`);
  writeFileSync(
    path,
    source.replace(find, () => put),
  );
  try {
    const first = firstFailure(tests);
    return first === undefined ? byOthers() : `${first.file}: ${first.name}`;
  } finally {
    writeFileSync(path, source);
  }
}

/** Which of all tests notices it, and notices it again: nobody expected that one to, so it may have failed by chance. */
function byOthers(): string | undefined {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const other = firstFailure(ALL);
    if (other === undefined) return undefined;
    if (other.file !== "" && firstFailure([other.file]) !== undefined) return `others, ${other.file}: ${other.name}`;
    console.info(`         (not the second time: ${other.file}: ${other.name})`);
  }
  return undefined;
}

// With words: only those that have them in their names. With a number: only those from there on.
const [only = ""] = process.argv.slice(2);
const chosen = bugs.filter(({ name }, index) => (/^\d+$/.test(only) ? index >= Number(only) : name.includes(only)));
if (firstFailure(ALL) !== undefined) throw new Error(`the tests fail without any bug:\n${output}`);
const survived: string[] = [];
for (const bug of chosen) {
  const by = noticed(bug);
  console.info(`${by === undefined ? "SURVIVED" : "caught  "} ${bug.name}${by === undefined ? "" : ` (${by})`}`);
  if (by === undefined) survived.push(bug.name);
}
rmSync(copy, { recursive: true, force: true });
if (chosen.length === bugs.length) {
  const did = `${bugs.length} bugs planted, one at a time: ${bugs.length - survived.length} caught`;
  keep({ proof: "M1", did, faults: survived.length });
  execFileSync(process.execPath, ["test/faults/report/write.ts"], { stdio: "inherit" });
}
console.info(`${chosen.length - survived.length} of ${chosen.length} bugs caught`);
process.exitCode = survived.length === 0 ? 0 : 1;
