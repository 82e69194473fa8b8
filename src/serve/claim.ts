// One serve per folder: whoever has the claim may run a workerd on the rooms in it.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

export interface Claim {
  end(): void;
}

/** So long, in milliseconds, a killed process may still hold its files while the kernel takes it apart. */
const DYING_MS = 2_000;

/**
 * Claims the folder, or says no where a living process has it.
 * The claim is SQLite's lock on an empty database: the kernel drops it when its process dies, however that happens, a
 * recycled pid can't seem to hold it, and two that start at once can't both get it. The pid file is for people.
 */
export function claim(dir: string): Claim | undefined {
  const pidFile = join(dir, "serve.pid");
  const lock = new DatabaseSync(join(dir, "serve.lock"), { timeout: DYING_MS });
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return {
    end() {
      rmSync(pidFile, { force: true });
      lock.close();
    },
  };
}

const SQLITE_BUSY = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
}
