// A copy of the project to plant bugs in, and the tests that are run there.
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { running } from "../../src/serve/processes.ts";
import { type Failure, failuresIn, readResults } from "../faults/report/results.ts";
import { projectFiles } from "../faults/report/tally.ts";
import type { Bug } from "./bugs.ts";

/** What does not come to an end by then does not pass either. */
const LONGEST_MS = 300_000;

export interface Copy {
  /** Runs these tests, up to the first that fails, and gives that one. */
  firstFailure(tests: readonly string[]): Promise<Failure | undefined>;
  /** The same with a bug planted. */
  withBug(bug: Bug): Promise<Failure | undefined>;
  /** What the last tests said. */
  output(): string;
  /** Ends whatever still runs in it, and deletes it. */
  remove(): void;
}

/** Where a bug is to be planted; throws where the code has moved on. */
export function sourceWith({ file, find, put }: Bug, source: string): string {
  if (source.split(find).length !== 2) throw new Error(`${file} does not have this once any more:\n${find}`);
  return source.replace(find, () => put);
}

export function makeCopy(): Copy {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), "parlor-mutants-")));
  for (const file of projectFiles()) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(file, join(copy, file));
  }
  symlinkSync(resolve("node_modules"), join(copy, "node_modules"));
  cpSync("public", join(copy, "public"), { recursive: true });
  // Whatever the tests start has a folder of its own in here, and so is known by its command line.
  const temporary = join(copy, "tmp");
  mkdirSync(temporary);
  const results = join(copy, "results.json");
  let output = "";
  let leader: number | undefined;

  function end(): void {
    kill(leader === undefined ? undefined : -leader);
    leader = undefined;
    for (const { pid, command } of running()) if (command.includes(copy)) kill(pid);
  }

  async function firstFailure(tests: readonly string[]): Promise<Failure | undefined> {
    rmSync(results, { force: true });
    const vitest = join("node_modules", "vitest", "vitest.mjs");
    const report = ["--reporter", "default", "--reporter", "json", "--outputFile.json", results];
    const run = spawn(process.execPath, [vitest, "run", "--bail", "1", ...report, ...tests], {
      cwd: copy,
      env: { ...process.env, TMPDIR: temporary },
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own, that ends with it.
      detached: true,
    });
    leader = run.pid;
    output = "";
    for (const from of [run.stdout, run.stderr]) from.on("data", (text) => (output += text));
    const over = once(run, "exit");
    const done = new AbortController();
    await Promise.race([over, sleep(LONGEST_MS, undefined, { signal: done.signal }).catch(() => {})]);
    done.abort();
    const { exitCode } = run;
    end();
    await over;
    if (exitCode === 0) return undefined;
    const [failure] = existsSync(results) ? failuresIn(readResults(results)) : [];
    return failure ?? { file: "", name: `no end, or none that a test tells of (${exitCode ?? "none"})`, why: output };
  }

  return {
    firstFailure,
    async withBug(bug) {
      const path = join(copy, bug.file);
      const source = readFileSync(path, "utf8");
      writeFileSync(path, sourceWith(bug, source));
      try {
        return await firstFailure(bug.tests);
      } finally {
        writeFileSync(path, source);
      }
    },
    output: () => output,
    remove() {
      end();
      rmSync(copy, { recursive: true, force: true });
    },
  };
}

function kill(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It had ended.
  }
}
