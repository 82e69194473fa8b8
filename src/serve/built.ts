// Whether the worker is built already: what is made of the same sources is the same, and wrangler takes seconds to make it.
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as client from "../build/built.ts";
import { build } from "./build.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const OURS = join(ROOT, "wrangler.toml");
const KEPT = join(ROOT, ".wrangler", "worker");

/** So long a build of other sources is kept, in milliseconds. */
const KEEP_MS = 24 * 3_600_000;

/** Builds the worker of a wrangler.toml of ours into a folder, or takes it from the last build of the same sources. */
export async function buildOnce(config: string, outdir: string, stop: AbortSignal): Promise<void> {
  const kept = join(KEPT, sourcesNow(config));
  // The client has a memory of its own.
  if (existsSync(kept) && client.isBuilt(client.sourcesNow())) return cpSync(kept, outdir, { recursive: true });
  await build(config, outdir, stop);
  keep(outdir, kept);
}

/** All that a worker of ours is made of: the sources, what is beside its configuration, and the packages. */
function sourcesNow(config: string): string {
  const ours = config === OURS ? [OURS] : client.filesIn(dirname(config));
  const hash = createHash("sha256").update(process.version);
  for (const file of [...client.filesIn(join(ROOT, "src")), ...ours, join(ROOT, "package-lock.json")])
    hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest("hex").slice(0, 20);
}

/** Keeps a build for the next start: in one step, for others may look for it or keep the same. */
function keep(outdir: string, kept: string): void {
  mkdirSync(KEPT, { recursive: true });
  const mine = `${kept}.${process.pid}`;
  cpSync(outdir, mine, { recursive: true });
  try {
    renameSync(mine, kept);
  } catch {
    // Another one was first.
    rmSync(mine, { recursive: true, force: true });
  }
  const old = Date.now() - KEEP_MS;
  for (const name of readdirSync(KEPT)) {
    const path = join(KEPT, name);
    if (path !== kept && statSync(path).mtimeMs < old) rmSync(path, { recursive: true, force: true });
  }
}
