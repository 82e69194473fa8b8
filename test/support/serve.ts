// `npm run serve` as a test has it: started like a host would, stopped like a host would, or killed like a power cut.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { type Running, running } from "../../src/serve/processes.ts";

/** A run of the script, which may come to nothing. */
export interface Run {
  pid: number;
  /** What it said so far, on standard output and standard error. */
  out(): string;
  err(): string;
  /** Its exit code, null where a signal ended it. */
  ended: Promise<number | null>;
}

export interface Served extends Run {
  url: string;
  port: number;
  /** The runtimes that hold the rooms: one, but for the moment after its death. */
  workerds(): number[];
  /** Ends every process at once. */
  kill9All(): Promise<void>;
  /** Ends the runtime alone, or its parent alone. */
  kill9Workerd(): Promise<void>;
  kill9Parent(): Promise<void>;
  /** Asks it to end, and gives its exit code and what still ran then. */
  stop(): Promise<{ code: number | null; left: Running[] }>;
}

const ways = {
  node: [process.execPath, resolve("src/serve/serve.ts")],
  counted: [process.execPath, resolve("test/support/counted-serve.ts")],
  npm: ["npm", "run", "--silent", "serve", "--"],
} as const;

/** A folder for rooms. With the test it goes, and whatever still runs for it. A concurrent test says when that is. */
export function folder(finished: typeof onTestFinished = onTestFinished): string {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "parlor-")));
  finished(async () => {
    for (const { pid } of processesOf(dir)) kill9(pid);
    await until(() => processesOf(dir).length === 0);
    rmSync(dir, { recursive: true });
  });
  return dir;
}

/** Everything that runs for a folder. Serve, wrangler and workerd all have its name on their command lines. */
export function processesOf(dir: string): Running[] {
  return running().filter(({ command }) => command.includes(dir));
}

/** Starts the script, by itself, by npm, or with rooms that are counted, in a process group of its own. */
export function start(args: string[], { by = "node", env = {} }: { by?: keyof typeof ways; env?: object } = {}): Run {
  const [program, ...first] = ways[by];
  const child = spawn(program, [...first, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (text) => (said.out += text));
  child.stderr.on("data", (text) => (said.err += text));
  const ended = once(child, "close").then(() => child.exitCode);
  return { pid: child.pid ?? 0, out: () => said.out, err: () => said.err, ended };
}

/** Serves the rooms of a folder, and returns when they can be visited. */
export async function serve(
  dir: string,
  { port = 0, env = {}, by = "node" as keyof typeof ways } = {},
): Promise<Served> {
  const run = start(["--port", String(port), "--dir", dir], { env, by });
  let over = false;
  run.ended.then(() => (over = true));
  // A machine with all its cores at work takes its time.
  await until(() => over || run.out().includes("\n"), 60_000);
  const [, url, at] = /at (http:\/\/\S+:(\d+)),/.exec(run.out()) ?? [];
  if (url === undefined) throw new Error(`serve did not start: ${run.err()}`);

  const runtime = `${join(dir, "workerd")} `;
  const workerds = () => processesOf(dir).flatMap(({ pid, command }) => (command.startsWith(runtime) ? [pid] : []));
  return {
    ...run,
    url,
    port: Number(at),
    workerds,
    async kill9All() {
      kill9(-run.pid);
      await until(() => processesOf(dir).length === 0);
    },
    async kill9Workerd() {
      const dead = workerds();
      dead.forEach(kill9);
      await until(() => !workerds().some((pid) => dead.includes(pid)));
    },
    async kill9Parent() {
      kill9(run.pid);
      await run.ended;
    },
    async stop() {
      process.kill(run.pid, "SIGTERM");
      return { code: await run.ended, left: processesOf(dir) };
    },
  };
}

/** Waits for something that only looking can tell. */
export async function until(so: () => boolean | Promise<boolean>, withinMs = 40_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await so())) {
    if (Date.now() > deadline) throw new Error(`still not so after ${withinMs} ms: ${so}`);
    await sleep(10);
  }
}

function kill9(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It had ended.
  }
}
