// What was gathered so far by a run that takes several sittings (npm run test:mutants, test:repeat): good for one build alone.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import * as v from "valibot";

/** They tell of the tests, and change with each report. */
const TELL = new Set(["README.md", "test/faults/REPORT.md", "test/repeat/tally.json"]);

/** Every file of the project that is no folder's or machine's own. */
export function projectFiles(): string[] {
  const listed = ["ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate"];
  const files = execFileSync("git", listed, { encoding: "utf8" }).trim().split("\n");
  return files.filter(existsSync).sort();
}

/** Which build this is, committed or not: a hash of all that the tests could see. */
function build(): string {
  const hash = createHash("sha256");
  for (const file of projectFiles()) if (!TELL.has(file)) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

export interface Tally<T> {
  /** What earlier sittings found on this build. */
  found: T[];
  add(found: T): void;
}

/** The tally in this file; an empty one where that is of another build, or can't be read. */
export function openTally<T>(path: string, Found: v.GenericSchema<T>, now = build()): Tally<T> {
  const Kept = v.object({ build: v.string(), found: v.array(Found) });
  const Json = v.pipe(v.string(), v.parseJson(), Kept);
  const kept = v.safeParse(Json, existsSync(path) ? readFileSync(path, "utf8") : "");
  const found = kept.success && kept.output.build === now ? kept.output.found : [];
  return {
    found,
    add(one) {
      found.push(one);
      // Whole or not at all: it may be stopped at any time.
      writeFileSync(`${path}.new`, `${JSON.stringify({ build: now, found }, undefined, 2)}\n`);
      renameSync(`${path}.new`, path);
    },
  };
}
