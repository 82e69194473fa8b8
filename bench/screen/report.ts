// What Lighthouse reports of a page, read from its JSON, made one of several runs, and held against our bounds.
import * as v from "valibot";
import { table } from "../cost/markdown.ts";
import { median } from "../load/samples.ts";

const Score = v.nullable(v.number());
const Lighthouse = v.object({
  categories: v.record(
    v.string(),
    v.object({ score: Score, auditRefs: v.array(v.object({ id: v.string(), weight: v.number() })) }),
  ),
  audits: v.record(v.string(), v.object({ score: Score, numericValue: v.optional(v.number()) })),
  environment: v.object({ benchmarkIndex: v.number() }),
  runtimeError: v.optional(v.object({ message: v.string() })),
});

/** Categories, 0..100; then milliseconds, how much of the screen shifted, and how fast the machine was meanwhile. */
const headings = {
  performance: "performance",
  accessibility: "accessibility",
  bestPractices: "best practices",
  seo: "SEO",
  firstPaint: "first contentful paint, ms",
  largestPaint: "largest contentful paint, ms",
  blocked: "total blocking time, ms",
  shift: "layout shift",
  speed: "machine's speed",
};
export type Figures = Record<keyof typeof headings, number>;

export interface Run {
  figures: Figures;
  /** Audits that take points away, with what is left of their 100. */
  losses: { audit: string; score: number }[];
}

/** One run's report. Throws where it is none, or where the page could not be looked at. */
export function readReport(json: string): Run {
  const { categories, audits, environment, runtimeError } = v.parse(Lighthouse, JSON.parse(json));
  if (runtimeError !== undefined) throw new Error(runtimeError.message);
  const score = (category: string) => 100 * (categories[category]?.score ?? Number.NaN);
  const measured = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  const losses = Object.values(categories)
    .flatMap(({ auditRefs }) => auditRefs)
    .flatMap(({ id, weight }) => {
      const score = audits[id]?.score ?? 1;
      return weight === 0 || score === 1 ? [] : { audit: id, score: Math.round(100 * score) };
    });
  return {
    figures: {
      performance: score("performance"),
      accessibility: score("accessibility"),
      bestPractices: score("best-practices"),
      seo: score("seo"),
      firstPaint: measured("first-contentful-paint"),
      largestPaint: measured("largest-contentful-paint"),
      blocked: measured("total-blocking-time"),
      shift: measured("cumulative-layout-shift"),
      speed: environment.benchmarkIndex,
    },
    losses,
  };
}

/** The median of each figure, and all the losses. */
export function middle(runs: readonly Run[]): Run {
  const of = (name: keyof Figures) => median(runs.map(({ figures }) => figures[name]));
  return {
    figures: {
      performance: of("performance"),
      accessibility: of("accessibility"),
      bestPractices: of("bestPractices"),
      seo: of("seo"),
      firstPaint: of("firstPaint"),
      largestPaint: of("largestPaint"),
      blocked: of("blocked"),
      shift: of("shift"),
      speed: of("speed"),
    },
    losses: runs.flatMap(({ losses }) => losses),
  };
}

/** Where a page falls short. `found` is whether search engines are to find it: rooms they are not. */
export function shortfalls({ figures }: Run, { found }: { found: boolean }): string[] {
  const least: Partial<Figures> = {
    performance: 98,
    accessibility: 100,
    bestPractices: 100,
    ...(found && { seo: 100 }),
  };
  const low = Object.entries(least).flatMap(([name, bound]) => {
    const [, value] = Object.entries(figures).find(([figure]) => figure === name) ?? [];
    return value !== undefined && value >= bound ? [] : `${name} ${value}, below ${bound}`;
  });
  // Lighthouse writes three digits of it.
  return figures.shift < 0.0005 ? low : [...low, `layout shift ${figures.shift.toFixed(3)}, not 0`];
}

/** Each audit that took points away in any of the runs, with its score in those. */
export function lossesOf({ losses }: Run): string {
  const audits = Object.entries(Object.groupBy(losses, ({ audit }) => audit));
  return audits.map(([audit, found = []]) => `${audit} (${found.map(({ score }) => score).join(", ")})`).join(", ");
}

/** Pages by name, a row each. */
export function scores(pages: Readonly<Record<string, Run>>): string {
  const written = (name: string, value: number) => (name === "shift" ? value.toFixed(3) : value.toFixed(0));
  return table(
    ["", ...Object.values(headings)],
    Object.entries(pages).map(([name, { figures }]) => [
      name,
      ...Object.entries(figures).map(([figure, value]) => written(figure, value)),
    ]),
  );
}
