// npm run test:mutants: plants each bug in a copy of the project, one at a time, and sees whether the tests that are named for it
// notice. With words after `--`: only the bugs that have them in their names, and of those no report. Stopped in the middle,
// it goes on where it was.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { keep } from "../faults/report/report.ts";
import { openTally } from "../faults/report/tally.ts";
import { type Bug, bugs } from "./bugs.ts";
import { type Copy, makeCopy, sourceWith } from "./copy.ts";

/** So many at once. */
const COPIES = 2;

const Found = v.object({ bug: v.string(), by: v.nullable(v.string()), seconds: v.number() });

const [only = ""] = process.argv.slice(2);
const chosen = bugs.filter(({ name }) => name.includes(only));
// Before hours of work: the code may have moved on.
for (const bug of bugs) sourceWith(bug, readFileSync(bug.file, "utf8"));
const tally = openTally("test/mutants/tally.json", Found);
const foundOf = ({ name }: Bug) => tally.found.find(({ bug }) => bug === name);
const left = chosen.filter((bug) => foundOf(bug) === undefined);
if (left.length < chosen.length) console.info(`${chosen.length - left.length} were tried on this build before`);

const copies: Copy[] = [];
const removeAll = () => {
  for (const copy of copies) copy.remove();
};
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    removeAll();
    process.exit(130);
  });
}

/** Tries one bug after the other in a copy, as long as there are any. */
async function work(copy: Copy, queue: Bug[]): Promise<void> {
  for (let bug = queue.shift(); bug !== undefined; bug = queue.shift()) {
    const began = Date.now();
    const failure = await copy.withBug(bug);
    const seconds = Math.round((Date.now() - began) / 1000);
    const by = failure === undefined ? null : `${failure.file}: ${failure.name}`;
    tally.add({ bug: bug.name, by, seconds });
    console.info(
      `${by === null ? "SURVIVED" : "caught  "} in ${seconds} s: ${bug.name}${by === null ? "" : ` (${by})`}`,
    );
  }
}

try {
  if (left.length > 0) {
    for (let n = 0; n < Math.min(COPIES, left.length); n += 1) copies.push(makeCopy());
    const [first] = copies;
    const named = [...new Set(left.flatMap(({ tests }) => tests))];
    const failure = await first?.firstFailure(named);
    if (failure !== undefined) throw new Error(`without any bug, ${failure.file} fails:\n${first?.output()}`);
    console.info(`${named.length} files of tests pass without any bug`);
    const queue = [...left];
    await Promise.all(copies.map((copy) => work(copy, queue)));
  }
} finally {
  removeAll();
}

const survived = chosen.filter((bug) => foundOf(bug)?.by === null);
if (chosen.length === bugs.length) {
  const did = `${bugs.length} bugs planted, one at a time: ${bugs.length - survived.length} caught`;
  const more = survived.map(({ name }) => `not caught: ${name}`).join("; ");
  keep({ proof: "M1", did, faults: survived.length, more });
  execFileSync(process.execPath, ["test/faults/report/write.ts"], { stdio: "inherit" });
}
console.info(`${chosen.length - survived.length} of ${chosen.length} bugs caught`);
process.exitCode = survived.length === 0 ? 0 : 1;
