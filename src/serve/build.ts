// The worker as `wrangler deploy` would upload it. Wrangler runs [build] first, so the client is made too.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { text } from "node:stream/consumers";
import { writeOptions } from "./options.ts";

const WRANGLER = createRequire(import.meta.url).resolve("wrangler");
const ALONE = { WRANGLER_SEND_METRICS: "false", WRANGLER_WRITE_LOGS: "false", WRANGLER_HIDE_BANNER: "true" };

/** Builds the worker of a wrangler.toml into a folder, and writes its options there. The error says what wrangler said. */
export async function build(config: string, outdir: string, stop: AbortSignal): Promise<void> {
  stop.throwIfAborted();
  const wrangler = spawn(
    process.execPath,
    ["--no-warnings", WRANGLER, "deploy", "--dry-run", "--config", config, "--outdir", outdir],
    // In a process group of its own: wrangler starts a shell, npm and esbuild, which a signal to it alone would not reach.
    { cwd: dirname(config), env: { ...process.env, ...ALONE }, stdio: ["ignore", "pipe", "pipe"], detached: true },
  );
  const kill = () => wrangler.pid !== undefined && process.kill(-wrangler.pid, "SIGKILL");
  stop.addEventListener("abort", kill);
  const [said, complained] = await Promise.all([text(wrangler.stdout), text(wrangler.stderr), once(wrangler, "close")]);
  stop.removeEventListener("abort", kill);
  stop.throwIfAborted();
  if (wrangler.exitCode !== 0) throw new Error(`the worker could not be built\n${said}${complained}`);
  await writeOptions(config, outdir);
}
