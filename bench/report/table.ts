// Tables of results in Markdown, which reads as well in a terminal: a row for each server, a column for each figure.
import { table } from "../cost/markdown.ts";
import { kindOf, ranked } from "./kinds.ts";
import { middle, ratio } from "./medians.ts";
import { headings, shown, times } from "./numbers.ts";
import type { Figures, Results } from "./results.ts";

interface Column {
  heading: string;
  of: string;
  figure: keyof Figures;
}

// Of all that is measured, what says most. The rest is on the page of its own.
const MAIN: readonly Column[] = [
  { heading: "deliveries/s to 200 sockets", of: "hall-200", figure: "deliveriesPerSecond" },
  { heading: "to 1,000 sockets", of: "hall-1000", figure: "deliveriesPerSecond" },
  { heading: "CPU a delivery to 200, µs", of: "hall-200", figure: "cpuPerDelivery" },
  { heading: "p99 at 50 messages/s, ms", of: "steady", figure: "p99" },
  { heading: "1,000 join, s", of: "join", figure: "seconds" },
  { heading: "memory of 1,000 sockets, KiB each", of: "hall-1000", figure: "memoryPerSocket" },
];

/** The main figures of the main cases: those that were measured. */
export function mainTable(results: Results): string {
  const measured = ({ of, figure }: Column) => results.runs.some((run) => run.case === of && figure in run.figures);
  return compared(results, MAIN.filter(measured));
}

/** One case, with all that it shows. */
export function caseTable(results: Results, one: Results["cases"][number]): string {
  return compared(
    results,
    one.shows.map((figure) => ({ heading: headings[figure], of: one.name, figure })),
  );
}

function compared(results: Results, columns: readonly Column[]): string {
  return table(
    ["", ...columns.map(({ heading }) => heading)],
    ranked(results.servers).map(({ name, title }) => [
      emphasized(name, title),
      ...columns.map(({ of, figure }) => cell(results, of, name, figure)),
    ]),
  );
}

function cell(results: Results, of: string, server: string, figure: keyof Figures): string {
  const value = middle(results, of, server, figure);
  const text = shown(figure, value);
  if (figure !== "deliveriesPerSecond" || value === undefined) return text;
  const many = ratio(results, of, server, figure);
  return many === undefined ? text : `${text} (${times(many)})`;
}

function emphasized(name: string, title: string): string {
  const kind = kindOf(name);
  return kind === "parlor" ? `**${title}**` : kind === "bound" ? `*${title}*` : title;
}
