// The bench's section of the README, the page with all of its cases, and the words that go with the figures.
import { folded } from "../cost/markdown.ts";
import { kindOf } from "./kinds.ts";
import { middle } from "./medians.ts";
import { shown } from "./numbers.ts";
import type { Results } from "./results.ts";
import { screenSection } from "./screen.ts";
import { caseTable, mainTable } from "./table.ts";

/** What stands between the README's markers: the picture, the main figures, and what they rest on. */
export function section(results: Results): string {
  return [
    "![Bars: deliveries per second to 200 and to 1,000 sockets, for each server](docs/bench.svg)",
    mainTable(results),
    folded(`${legend(results)} All cases: [bench/RESULTS.md](bench/RESULTS.md).`),
    folded(basis(results)),
  ].join("\n\n");
}

/** All cases, a table each, as a page or for the terminal. */
export function page(results: Results): string {
  const cases = results.cases.map((one) => `## ${one.title}\n\n${caseTable(results, one)}`);
  const intro = ["# What the bench measured", folded(basis(results)), folded(legend(results))];
  const screen = results.screen === undefined ? [] : [screenSection(results.screen)];
  return `${[...intro, ...cases, ...screen].join("\n\n")}\n`;
}

/** When, on what and how often it was measured, what went wrong, and whether the load held anything up. */
export function basis(results: Results): string {
  const { at, machine, versions, rounds, faults, runs } = results;
  const software = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const sentences = [
    `${rounds === 1 ? "One round" : `Medians of at least ${rounds} rounds`}, ${at.slice(0, 10)}, on ${machine.cpu}, ${machine.cores} cores,
      ${machine.memoryGiB} GiB, ${machine.os}; ${software.join(", ")}.`,
    ...load(results),
    ...(faults > 0 ? [`${faults} of ${faults + runs.length} runs ended in a fault and count for nothing.`] : []),
  ];
  return sentences.join(" ").replace(/\s+/g, " ");
}

/** How near the load came to being what was measured. */
function load(results: Results): string[] {
  const seen = results.cases.flatMap((one) =>
    results.servers.map((server) => ({ one, server, share: middle(results, one.name, server.name, "load") ?? 0 })),
  );
  const [most] = seen.sort((a, b) => b.share - a.share);
  if (most === undefined || most.share === 0) return [];
  return [
    `The load has a core of its own and took at most ${shown("load", most.share)} of it (${most.one.title}: ${most.server.title}).`,
  ];
}

function legend({ servers }: Results): string {
  const first = servers[0]?.title ?? "";
  const bounded = servers.some(({ name }) => kindOf(name) === "bound");
  const bounds = "In italics, no rivals but bounds: objects that store nothing and check nothing, only pass on.";
  return `In brackets: how many times as many as ${first} in the same round, and of these the median.${bounded ? ` ${bounds}` : ""}`;
}
