// What is said of the screen: Lighthouse's reports against our bounds, and the figures of a room with many messages.
import { describe, expect, it } from "vitest";
import { added } from "../../bench/report/added.ts";
import type { Results, ScreenResults } from "../../bench/report/results.ts";
import { screenSection } from "../../bench/report/screen.ts";
import { page } from "../../bench/report/section.ts";
import { lossesOf, middle, type Run, readReport, scores, shortfalls } from "../../bench/screen/report.ts";

/** What Lighthouse would print of a page that shifts so much and shows its text so late. */
function printed({ performance = 1, shift = 0, firstPaint = 400 } = {}) {
  const audit = (score: number | null, numericValue?: number) => ({ score, numericValue, title: "…" });
  return JSON.stringify({
    environment: { benchmarkIndex: 3400 },
    categories: {
      performance: {
        score: performance,
        auditRefs: [
          { id: "first-contentful-paint", weight: 10 },
          { id: "cumulative-layout-shift", weight: 25 },
          { id: "bf-cache", weight: 0 },
        ],
      },
      accessibility: { score: 1, auditRefs: [{ id: "label", weight: 7 }] },
      "best-practices": { score: 1, auditRefs: [] },
      seo: { score: 0.6, auditRefs: [{ id: "is-crawlable", weight: 4 }] },
    },
    audits: {
      "first-contentful-paint": audit(performance, firstPaint),
      "largest-contentful-paint": audit(1, 600),
      "total-blocking-time": audit(1, 0),
      "cumulative-layout-shift": audit(shift === 0 ? 1 : 0.4, shift),
      "bf-cache": audit(0),
      label: audit(null),
      "is-crawlable": audit(0),
    },
  });
}

const good: Run = readReport(printed());

describe("a page that Lighthouse looked at", () => {
  it("has scores of 100, times, and what took points away; not what weighs nothing or did not apply", () => {
    expect(good.figures).toEqual({
      performance: 100,
      accessibility: 100,
      bestPractices: 100,
      seo: 60,
      firstPaint: 400,
      largestPaint: 600,
      blocked: 0,
      shift: 0,
      speed: 3400,
    });
    expect(good.losses).toEqual([{ audit: "is-crawlable", score: 0 }]);
  });

  it("is what the middle run found, and loses by what any run found", () => {
    const slow = readReport(printed({ performance: 0.91, firstPaint: 2000 }));
    const run = middle([good, slow, good]);
    expect(run.figures).toEqual(good.figures);
    expect(lossesOf(run)).toBe("is-crawlable (0, 0, 0), first-contentful-paint (91)");
    expect(scores({ hall: middle([slow]) })).toContain(
      "| hall | 91 | 100 | 100 | 60 | 2000 | 600 | 0 | 0.000 | 3400 |",
    );
  });

  it("falls short where it shifts or is slow, and of SEO only where it is to be found", () => {
    expect(shortfalls(good, { found: false })).toEqual([]);
    expect(shortfalls(good, { found: true })).toEqual(["seo 60, below 100"]);
    const bad = readReport(printed({ performance: 0.97, shift: 0.12 }));
    expect(shortfalls(bad, { found: false })).toEqual(["performance 97, below 98", "layout shift 0.120, not 0"]);
  });

  it("that could not be looked at has no scores", () => {
    const unseen = {
      environment: { benchmarkIndex: 1 },
      categories: {},
      audits: {},
      runtimeError: { message: "the page did not answer" },
    };
    expect(() => readReport(JSON.stringify(unseen))).toThrow("the page did not answer");
    expect(() => readReport("{}")).toThrow();
    const unmeasured = { ...good, figures: { ...good.figures, performance: Number.NaN, shift: Number.NaN } };
    expect(shortfalls(unmeasured, { found: false })).toHaveLength(2);
  });
});

describe("the screen's figures", () => {
  const machine = { cpu: "a CPU", cores: 2, memoryGiB: 8, os: "Linux 6.1" };
  const screen: ScreenResults = {
    at: "2026-11-22T10:00:00.000Z",
    machine,
    versions: { Chromium: "156.0" },
    figures: [{ name: "opens", median: 212.04, p95: 300, samples: 15, rows: 50 }],
  };
  const servers: Results = {
    at: "2026-11-22T10:00:00.000Z",
    machine,
    versions: { node: "24" },
    rounds: 3,
    faults: 0,
    cases: [],
    servers: [],
    runs: [],
  };

  it("are a table with the machine and the browser, at the end of the page with all results", () => {
    expect(screenSection(screen)).toContain("| opens | 212.0 | 300.0 | 15 | 50 |");
    expect(screenSection(screen)).toContain("Chromium 156.0. The browser and the server share 2 cores.");
    expect(
      page({ ...servers, screen })
        .trimEnd()
        .endsWith(screenSection(screen)),
    ).toBe(true);
    expect(page(servers)).not.toContain("screen");
  });

  it("stay when servers are measured again", () => {
    expect(added({ ...servers, screen }, servers).screen).toEqual(screen);
    expect(added(servers, servers)).toEqual(servers);
  });
});
