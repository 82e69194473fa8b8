// `npm run bench -- screen`: how soon a room of 10,000 messages is on the screen, and a message that comes to it.
import { readFileSync, writeFileSync } from "node:fs";
import { percentile } from "../load/samples.ts";
import { inProject, machine, version } from "../machine.ts";
import type { ScreenResults } from "../report/results.ts";
import { screenSection, withScreen } from "../report/screen.ts";
import { page } from "../report/section.ts";
import { type Measured, measure } from "./measure.ts";
import { onPremises } from "./premises.ts";

/** Measures and prints, and with `write` puts the figures into bench/results.json and RESULTS.md. */
export async function benchScreen(write: boolean): Promise<void> {
  const screen = await onPremises(async ({ url, browser }): Promise<ScreenResults> => {
    const measured = await measure(url, browser);
    return {
      at: new Date().toISOString(),
      machine: machine(),
      versions: { Chromium: browser.version(), node: version("node"), workerd: version("workerd") },
      figures: measured.map(summary),
    };
  });
  console.log(screenSection(screen));
  if (!write) return;
  const file = inProject("bench/results.json");
  const results = withScreen(JSON.parse(readFileSync(file, "utf8")), screen);
  writeFileSync(file, `${JSON.stringify(results)}\n`);
  writeFileSync(inProject("bench/RESULTS.md"), page(results));
}

function summary({ name, samples, rows }: Measured): ScreenResults["figures"][number] {
  const values = Float32Array.from(samples);
  // A message that was never seen has no figure, and then neither has its row.
  if (values.some(Number.isNaN)) throw new Error(`${name}: not all of it was seen`);
  return { name, median: percentile(values, 0.5), p95: percentile(values, 0.95), samples: samples.length, rows };
}
