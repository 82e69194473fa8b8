// The rounds of a bench made one: the median of each figure, and how it compares with the first server's.
import { median } from "../load/samples.ts";
import type { Figures, Results } from "./results.ts";

/** A figure's median over the rounds, in the figure's own unit; undefined where no round has it. */
export function middle(results: Results, name: string, server: string, figure: keyof Figures): number | undefined {
  const runs = results.runs.filter((run) => run.case === name && run.server === server);
  const found = median(runs.map(({ figures }) => figures[figure] ?? Number.NaN));
  return Number.isNaN(found) ? undefined : found;
}

/**
 * How many times the first server's figure a server's is: the median of each round's ratio, for what slows a machine down
 * lasts longer than a round. Undefined where no round has both.
 */
export function ratio(results: Results, name: string, server: string, figure: keyof Figures): number | undefined {
  const first = results.servers[0]?.name;
  const ratios = results.runs
    .filter((run) => run.case === name && run.server === server)
    .map((run) => {
      const pair = results.runs.find((one) => one.case === name && one.server === first && one.round === run.round);
      return (run.figures[figure] ?? Number.NaN) / (pair?.figures[figure] ?? Number.NaN);
    });
  const found = median(ratios);
  return Number.isFinite(found) ? found : undefined;
}
