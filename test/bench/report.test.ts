// The bench's report: which numbers of which runs stand where, and what stands where there are none.
import { describe, expect, it } from "vitest";
import { replaceSection } from "../../bench/cost/markdown.ts";
import { added } from "../../bench/report/added.ts";
import { chart, escaped } from "../../bench/report/chart.ts";
import { middle, ratio } from "../../bench/report/medians.ts";
import { shown, times } from "../../bench/report/numbers.ts";
import type { Figures, Results, Run } from "../../bench/report/results.ts";
import { basis, page, section } from "../../bench/report/section.ts";
import { caseTable, mainTable } from "../../bench/report/table.ts";

const hall: Results["cases"][number] = {
  name: "hall-200",
  title: "ann & bo in a hall",
  shows: ["deliveriesPerSecond", "p99"],
};

function rounds(server: string, ...figures: Figures[]): Run[] {
  return figures.map((each, round) => ({ case: hall.name, server, round, figures: each }));
}

const results: Results = {
  at: "2026-11-22T10:00:00.000Z",
  machine: { cpu: "a CPU", cores: 2, memoryGiB: 8, os: "Linux 6.1" },
  versions: { node: "24.21.0", workerd: "1.2" },
  rounds: 3,
  faults: 3,
  cases: [hall],
  servers: [
    { name: "article", title: "the article's" },
    { name: "bare", title: "bare <object>" },
    { name: "parlor", title: "Parlor | v1" },
  ],
  runs: [
    ...rounds("article", { deliveriesPerSecond: 90_000, load: 0.4 }, { deliveriesPerSecond: 118_432 }, { p99: 12.34 }),
    ...rounds("parlor", { deliveriesPerSecond: 5e5 }, { deliveriesPerSecond: 7e5 }, { deliveriesPerSecond: 541_881 }),
  ],
};

describe("the rounds", () => {
  it("are one median, of those that have the figure", () => {
    expect(middle(results, "hall-200", "parlor", "deliveriesPerSecond")).toBe(541_881);
    expect(middle(results, "hall-200", "article", "deliveriesPerSecond")).toBe(104_216);
    expect(middle(results, "hall-200", "article", "p99")).toBe(12.34);
  });

  it("have no median where nobody measured, or where a file says null for what was no number", () => {
    expect(middle(results, "hall-200", "bare", "deliveriesPerSecond")).toBeUndefined();
    expect(middle(results, "steady", "parlor", "p99")).toBeUndefined();
    const runs = JSON.parse(JSON.stringify(rounds("bare", { p99: Number.NaN })));
    expect(middle({ ...results, runs }, "hall-200", "bare", "p99")).toBeUndefined();
  });

  it("are compared with the first server's of the same round, where both have the figure", () => {
    expect(ratio(results, "hall-200", "parlor", "deliveriesPerSecond")).toBeCloseTo(5.73, 2);
    expect(ratio(results, "hall-200", "article", "deliveriesPerSecond")).toBe(1);
    expect(ratio(results, "hall-200", "parlor", "p99")).toBeUndefined();
    const still = { ...results, runs: [...rounds("article", { p50: 0 }), ...rounds("parlor", { p50: 1 })] };
    expect(ratio(still, "hall-200", "parlor", "p50")).toBeUndefined();
  });
});

describe("a number", () => {
  it("has thousands apart, and no more digits than it deserves", () => {
    expect(shown("deliveriesPerSecond", 1_234_567)).toBe("1,230,000");
    expect(shown("p99", 1234.56)).toBe("1,234.6");
    expect(shown("p50", 0.04)).toBe("0.0");
    expect(shown("bytesPerDelivery", 90.4)).toBe("90");
    expect([shown("cpuPerDelivery", 1.624), shown("cpuPerDelivery", 812.3)]).toEqual(["1.62", "812"]);
  });

  it("is a dash where there is none, and 0 where it is 0", () => {
    expect(shown("p99", undefined)).toBe("–");
    expect(times(undefined)).toBe("–");
    expect(shown("recovered", 0)).toBe("0 %");
  });

  it("says 100 % only of all the messages that bo missed", () => {
    expect(shown("recovered", 1)).toBe("100 %");
    expect(shown("recovered", 0.99999)).toBe("99.9 %");
  });

  it("says a ratio in two digits or so", () => {
    expect([0.417, 0.999, 1, 5.24, 9.96, 12.4].map(times)).toEqual(["0.42×", "1.0×", "1.0×", "5.2×", "10×", "12×"]);
  });
});

describe("a table", () => {
  it("has a row for each server, Parlor before the bounds, and a dash for what was not measured", () => {
    expect(caseTable(results, hall).split("\n")).toEqual([
      "|  | deliveries/s | p99, ms |",
      "| --- | --: | --: |",
      "| the article's | 104,000 (1.0×) | 12.3 |",
      "| **Parlor \\| v1** | 542,000 (5.7×) | – |",
      "| *bare <object>* | – | – |",
    ]);
  });

  it("of the main figures leaves out the cases that nobody ran", () => {
    expect(mainTable(results).split("\n")[0]).toBe("|  | deliveries/s to 200 sockets |");
  });
});

describe("a case that was measured again", () => {
  it("takes the place of what it was, and leaves the others alone", () => {
    const again: Results = { ...results, rounds: 5, faults: 0, runs: rounds("parlor", { p99: 1 }) };
    const other = { ...hall, name: "steady" };
    const steady = rounds("parlor", { p50: 2 }).map((run) => ({ ...run, case: "steady" }));
    const older: Results = { ...results, cases: [hall, other], runs: [...results.runs, ...steady] };
    const whole = added(older, again);
    expect(whole).toMatchObject({ rounds: 3, faults: 3, cases: [hall, other] });
    expect(whole.runs).toEqual([...steady, ...again.runs]);
  });

  it("is not put beside what another machine did", () => {
    const elsewhere = { ...results, machine: { ...results.machine, cores: 64 } };
    expect(() => added(elsewhere, results)).toThrow("another machine");
  });
});

describe("the section", () => {
  it("shows the picture, says on what it was measured, and tells of faults and of the load", () => {
    expect(section(results)).toContain("](docs/bench.svg)");
    expect(basis(results)).toBe(
      "Medians of at least 3 rounds, 2026-11-22, on a CPU, 2 cores, 8 GiB, Linux 6.1; node 24.21.0, workerd 1.2. " +
        "The load has a core of its own and took at most 40 % of it (ann & bo in a hall: the article's). " +
        "3 of 9 runs ended in a fault and count for nothing.",
    );
  });

  it("has a page for all cases", () => {
    expect(page(results)).toContain(`## ann & bo in a hall\n\n${caseTable(results, hall)}\n`);
  });

  it("is replaced where it is, and nowhere put where there is no place for it", () => {
    const readme = "# Parlor\n\n<!-- bench -->\nold\n<!-- /bench -->\n\n## Limits\n";
    expect(replaceSection(readme, "bench", "new")).toBe(readme.replace("old", "new"));
    expect(replaceSection(readme, "bench", "$& costs $1")).toBe(readme.replace("old", () => "$& costs $1"));
    expect(() => replaceSection("# Parlor\n", "bench", "new")).toThrow("nothing between");
  });
});

describe("the chart", () => {
  const svg = chart(results);

  it("escapes what it is told, and runs nothing", () => {
    expect(escaped(`<b a='1' c="2"> & </b>`)).toBe("&lt;b a=&apos;1&apos; c=&quot;2&quot;&gt; &amp; &lt;/b&gt;");
    expect(svg).toContain("bare &lt;object&gt;");
    expect(svg).toContain("ann &amp; bo in a hall");
    expect(svg).not.toMatch(/<object|<script|\son\w+=| & /);
  });

  it("tells those who can't see it the same, with a dash for what was not measured", () => {
    const [, said] = /<desc id="desc">(.*)<\/desc>/.exec(svg) ?? [];
    expect(said).toBe(
      "ann &amp; bo in a hall: the article&apos;s 104,000; Parlor | v1 542,000; bare &lt;object&gt; –.",
    );
  });

  it("draws a bar as long as its number is great, and none for a number that is not there", () => {
    const bars = [...svg.matchAll(/<rect class="bar-(\w+)".* width="([\d.]+)"/g)];
    expect(bars.map(([, kind]) => kind)).toEqual(["rival", "parlor"]);
    const [first, second] = bars.map(([, , width]) => Number(width));
    expect((second ?? 0) / (first ?? 0)).toBeCloseTo(5.2, 1);
  });
});
