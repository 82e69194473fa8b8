// The bench as a picture: a bar for each server's deliveries per second, to 200 sockets and to 1,000, on one scale.
import { STYLE } from "./chart-style.ts";
import { kindOf, ranked } from "./kinds.ts";
import { middle, ratio } from "./medians.ts";
import { DASH, shown, times } from "./numbers.ts";
import type { Results } from "./results.ts";

const CASES: readonly string[] = ["hall-200", "hall-1000"];
const FIGURE = "deliveriesPerSecond";
const TITLE = "Deliveries per second";

// In pixels, from the left and from the top.
const WIDTH = 840;
const EDGE = 32;
const BARS = 276;
const LONGEST = WIDTH - EDGE - 124 - BARS;
const TOP = 112;
const ROW = 25;
const BAR = 15;
const APART = 9;
const GROUP_HEAD = 14;
const GROUP_FOOT = 30;

interface Bar {
  name: string;
  title: string;
  value: number | undefined;
  times: number | undefined;
}

interface Group {
  title: string;
  bars: Bar[];
}

/** An SVG document, for docs/bench.svg. */
export function chart(results: Results): string {
  const groups = groupsOf(results);
  const most = Math.max(1, ...groups.flatMap(({ bars }) => bars.map(({ value }) => value ?? 0)));
  const parts: string[] = [];
  let y = TOP;
  for (const group of groups) {
    const drawn = draw(group, y, LONGEST / most);
    parts.push(...drawn.parts);
    y = drawn.end + GROUP_FOOT;
  }
  const notes = notesOf(results);
  const height = y + notes.length * 17 + 12;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">${TITLE}</title>
<desc id="desc">${escaped(groups.map(described).join(" "))}</desc>
<style>${STYLE}</style>
<rect class="card" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="12"/>
${text("title", EDGE, 50, TITLE)}
${text("soft", EDGE, 73, "Each message counts once for each socket that gets it. More is better.")}
${parts.join("\n")}
<path class="rule" d="M${EDGE} ${y - 14.5}H${WIDTH - EDGE}"/>
${notes.map((note, line) => text("foot", EDGE, y + 8 + line * 17, note)).join("\n")}
</svg>
`;
}

function groupsOf(results: Results): Group[] {
  const shownCases = CASES.flatMap((name) => results.cases.filter((one) => one.name === name));
  return shownCases.map((one) => ({
    title: one.title,
    bars: ranked(results.servers).map((server) => ({
      ...server,
      value: middle(results, one.name, server.name, FIGURE),
      times: ratio(results, one.name, server.name, FIGURE),
    })),
  }));
}

function draw({ title, bars }: Group, top: number, scale: number): { parts: string[]; end: number } {
  const parts = [text("group", EDGE, top, title)];
  let y = top + GROUP_HEAD;
  const first = y;
  let before = bars[0];
  for (const bar of bars) {
    // Bounds stand a little apart: they are not in the race.
    if (before !== undefined && kindOf(bar.name) === "bound" && kindOf(before.name) !== "bound") y += APART;
    parts.push(drawBar(bar, y, scale));
    y += ROW;
    before = bar;
  }
  parts.push(`<path class="rule" d="M${BARS - 0.5} ${first}V${y}"/>`);
  return { parts, end: y };
}

function drawBar({ name, title, value, times: compared }: Bar, y: number, scale: number): string {
  const kind = kindOf(name);
  const length = Math.max(1, (value ?? 0) * scale);
  const baseline = y + ROW / 2 + 4.5;
  const rect = `<rect class="bar-${kind}" x="${BARS}" y="${y + (ROW - BAR) / 2}" width="${length.toFixed(1)}" height="${BAR}" rx="2"/>`;
  const at = value === undefined ? BARS + 10 : BARS + length + 10;
  const more =
    compared === undefined ? "" : `<tspan class="ratio" font-weight="400" dx="8">${escaped(times(compared))}</tspan>`;
  return [
    text(kind, EDGE, baseline, title),
    ...(value === undefined ? [] : [rect]),
    `<text class="${kind === "rival" ? "value" : kind}" x="${at.toFixed(1)}" y="${baseline}">${shown(FIGURE, value)}${more}</text>`,
  ].join("\n");
}

function notesOf({ servers, rounds, at, machine }: Results): string[] {
  const first = servers[0]?.title ?? DASH;
  const bounded = servers.some(({ name }) => kindOf(name) === "bound");
  return [
    `×: compared with ${first}.${bounded ? " Dashed: bounds, not rivals; objects that store and check nothing, only pass on." : ""}`,
    `${rounds === 1 ? "One round" : `Medians of at least ${rounds} rounds`}, ${at.slice(0, 10)}. One core for the server: ${machine.cpu}.`,
  ];
}

function described({ title, bars }: Group): string {
  return `${title}: ${bars.map((bar) => `${bar.title} ${shown(FIGURE, bar.value)}`).join("; ")}.`;
}

function text(kind: string, x: number, y: number, content: string): string {
  return `<text class="${kind}" x="${x}" y="${y}">${escaped(content)}</text>`;
}

/** A text as it stands in XML, between tags or in quotes. */
export function escaped(content: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
  return content.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
