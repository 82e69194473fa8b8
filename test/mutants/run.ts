// npm run test:mutants: plants each bug in a copy of the project, one at a time, and sees whether the tests notice it.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { keep } from "../faults/report/report.ts";
import { type Bug, bugs } from "./bugs.ts";

/** All that need no browser and no server. */
const ALL = ["--project", "unit", "--project", "room", "--project", "faults"];

const LONGEST_MS = 600_000;

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

/** Whether these tests pass in the copy. */
function pass(args: string[]): boolean {
  const vitest = join("node_modules", "vitest", "vitest.mjs");
  const run = spawnSync(process.execPath, [vitest, "run", "--bail", "1", ...args], {
    cwd: copy,
    encoding: "utf8",
    timeout: LONGEST_MS,
  });
  output = `${run.stdout}${run.stderr}`;
  // What does not come to an end does not pass either.
  return run.status === 0;
}

/** Which tests noticed it, or undefined where none did. */
function noticed({ file, find, put, tests }: Bug): string | undefined {
  const path = join(copy, file);
  const source = readFileSync(path, "utf8");
  if (source.split(find).length !== 2) throw new Error(`${file} does not have this once any more:\n${find}`);
  writeFileSync(
    path,
    source.replace(find, () => put),
  );
  try {
    if (!pass(tests)) return tests.join(", ");
    return pass(ALL) ? undefined : "others";
  } finally {
    writeFileSync(path, source);
  }
}

// With words: only those that have them in their names. With a number: only those from there on.
const [only = ""] = process.argv.slice(2);
const chosen = bugs.filter(({ name }, index) => (/^\d+$/.test(only) ? index >= Number(only) : name.includes(only)));
if (!pass(ALL)) throw new Error(`the tests fail without any bug:\n${output}`);
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
}
console.info(`${chosen.length - survived.length} of ${chosen.length} bugs caught`);
process.exitCode = survived.length === 0 ? 0 : 1;
