// `npm run cost`: measures what a room reads and writes, and prints what three rooms would cost. With --write, the
// README gets it too.
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { host } from "../../src/serve/host.ts";
import { takeSignals } from "../../src/serve/stop.ts";
import { replaceSection } from "./markdown.ts";
import { measure } from "./measure.ts";
import { scenarios } from "./scenarios.ts";
import { section } from "./section.ts";
import type { Measured } from "./usage.ts";

const CONFIG = fileURLToPath(new URL("worker/wrangler.toml", import.meta.url));
const README = fileURLToPath(new URL("../../README.md", import.meta.url));

const { values } = parseArgs({ options: { write: { type: "boolean", default: false } } });

const markdown = section(scenarios, await measured());
console.log(markdown);
if (values.write) writeFileSync(README, replaceSection(readFileSync(README, "utf8"), "cost", markdown));

/** Runs the measuring worker as `npm run serve` runs the shipped one, for as long as it is measured. */
async function measured(): Promise<Measured> {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), "parlor-cost-")));
  const done = new AbortController();
  const found = Promise.withResolvers<Measured>();
  const where = { host: "127.0.0.1", port: 0, dir };
  try {
    const hosting = host(CONFIG, where, AbortSignal.any([takeSignals(), done.signal]), (url) => {
      measure(url).then(found.resolve, found.reject);
    });
    // Whoever fails first says why.
    return await Promise.race([found.promise, hosting.then(() => Promise.reject(new Error("stopped")))]).finally(() => {
      done.abort();
      return hosting;
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
