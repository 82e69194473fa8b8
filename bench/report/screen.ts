// What was measured of the screen, as a section of the page with all results.
import { folded, table } from "../cost/markdown.ts";
import type { Results, ScreenResults } from "./results.ts";

/** The results with these of the screen in the place of older ones. */
export function withScreen(results: Results, screen: ScreenResults | undefined): Results {
  return screen === undefined ? results : { ...results, screen };
}

/** Its table, and what it rests on. */
export function screenSection({ at, machine, versions, figures }: ScreenResults): string {
  const software = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    "## The screen of a room with 10,000 messages",
    table(
      ["a page", "median, ms", "p95, ms", "times", "messages in the page"],
      figures.map(({ name, median, p95, samples, rows }) => [
        name,
        ...[median, p95].map(tenths),
        `${samples}`,
        `${rows}`,
      ]),
    ),
    folded(
      `${at.slice(0, 10)}, on ${machine.cpu}, ${machine.os}; ${software.join(", ")}. The browser and the server share
        ${machine.cores} cores. Opening is from the start of the navigation until the whole last page is on the screen; showing is
        from the message event of the socket until then; counting is until the main thread is done with the frame.`,
    ),
  ].join("\n\n");
}

const tenths = (value: number) => value.toFixed(1);
