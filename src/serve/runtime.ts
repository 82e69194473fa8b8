// The built worker on workerd, by Miniflare alone: `wrangler dev` puts a proxy worker before it, at half the throughput.
import { mkdirSync, rmSync } from "node:fs";
import { join, parse } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare, type MiniflareOptions } from "miniflare";
import { readOptions } from "./options.ts";
import { nameByPeer } from "./peers.ts";
import { takeSignals } from "./stop.ts";

export interface Plan {
  /** The folder into which the worker was built. */
  built: string;
  /** The program that runs it, where it listens, and where its SQLite is. */
  workerd: string;
  host: string;
  port: number;
  dir: string;
}

const LOOK_EVERY_MS = 500;

/** Runs the worker until `stop`, then leaves no process behind. `ready` is told where it answers. */
export async function run(plan: Plan, stop: AbortSignal, ready: (url: URL) => void): Promise<void> {
  process.env.MINIFLARE_WORKERD_PATH = plan.workerd;
  process.env.TMPDIR = emptied(join(plan.dir, "tmp"));
  const options = miniflareOptions(plan);
  const readAsIs = process.env.PARLOR_BEHIND_PROXY === "on" ? () => {} : nameByPeer();
  const miniflare = new Miniflare(options);
  takeSignals();
  try {
    await miniflare.ready.finally(readAsIs);
    ready(addressOf(plan, await miniflare.ready));
    while (await sleep(LOOK_EVERY_MS, true, { signal: stop }).catch(() => false)) {
      // Miniflare restarts a workerd that died, but gives up where that one dies too before it listens: we don't.
      await miniflare.ready.catch(() => miniflare.setOptions(options));
    }
  } finally {
    await miniflare.dispose();
  }
}

/** What a killed Miniflare leaves in its temporary folder would pile up in the system's. */
function emptied(dir: string): string {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir);
  return dir;
}

/** Where it can be visited. For a host that is not on loopback Miniflare names another address, which only it needs. */
function addressOf({ host, port }: Plan, url: URL): URL {
  return port === 0 || url.port === String(port) ? url : new URL(`http://${host}:${port}`);
}

function miniflareOptions({ built, dir, host, port }: Plan): MiniflareOptions {
  const { name = "", main = "", vars, worker: told } = readOptions(built);
  const { modulesRules, ...worker } = told;
  return convertV4MiniflareOptions({
    host,
    port,
    // Not `defaultPersistRoot`, which is ignored in silence: the rooms would be in a temporary folder (5.20261102).
    resourcePersistencePath: dir,
    // Don't ask Cloudflare where we are.
    cf: false,
    telemetry: { enabled: false },
    logRequests: false,
    log: new Stderr(LogLevel.WARN),
    handleStructuredLogs: ({ message }) => console.error(message),
    workers: [
      {
        ...worker,
        name,
        bindings: Object.assign({}, vars, overrides(vars)),
        modules: [{ type: "ESModule", path: join(built, `${parse(main).name}.js`) }],
        modulesRoot: built,
      },
    ],
  });
}

/** What a deployment keeps as a secret, and so has no line under [vars]. */
const SECRETS = ["PARLOR_OPERATOR"];

/** Every PARLOR_* variable of the environment that the configuration has under [vars], and the secrets. */
function overrides(vars: object): Record<string, string> {
  const known = (name: string) => (name.startsWith("PARLOR_") && name in vars) || SECRETS.includes(name);
  const named = Object.entries(process.env).filter(([name]) => known(name));
  return Object.fromEntries(named.map(([name, value]) => [name, value ?? ""]));
}

/** Standard output has the ready line and nothing else. */
class Stderr extends Log {
  override log(message: string): void {
    console.error(message);
  }
}
