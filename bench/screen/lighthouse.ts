// `npm run lighthouse`: Lighthouse on the front page and on a room with 200 messages, as on a phone and on a desktop.
// Ends with 1 where a page is below the bounds. Lighthouse is fetched by npx, for it is as large as all that we depend on.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { findChromium } from "../../test/support/chromium.ts";
import { joins, says } from "../../test/support/people.ts";
import { onPremises } from "./premises.ts";
import { lossesOf, middle, type Run, readReport, scores, shortfalls } from "./report.ts";

const LIGHTHOUSE = "lighthouse@13.5.0";
const RUNS = 3;
const MESSAGES = 200;

const pages = [
  { name: "front page", path: "/", found: true },
  { name: `room, ${MESSAGES} messages`, path: "/r/hall", found: false },
];
const forms = [
  { name: "mobile", flags: [] },
  { name: "desktop", flags: ["--preset=desktop"] },
];

/** Looks at a page once, and again where Lighthouse itself stumbles: now and then it loses its own trace. */
async function look(url: string, flags: readonly string[], tries = 3): Promise<Run> {
  try {
    return await lookOnce(url, flags);
  } catch (fault) {
    if (tries === 1) throw fault;
    process.stderr.write(`again: ${fault instanceof Error ? fault.message.split("\n")[0] : fault}\n`);
    return look(url, flags, tries - 1);
  }
}

/** Lighthouse starts a browser of its own each time. */
async function lookOnce(url: string, flags: readonly string[]): Promise<Run> {
  const { stdout } = await promisify(execFile)(
    "npx",
    [
      ...["--yes", LIGHTHOUSE, url, "--quiet", "--output=json", ...flags],
      "--only-categories=performance,accessibility,best-practices,seo",
      "--chrome-flags=--headless=new --no-sandbox",
    ],
    { env: { ...process.env, CHROME_PATH: findChromium() }, maxBuffer: 64 * 1024 * 1024 },
  );
  return readReport(stdout);
}

/** Ann and Bo talk, now and then in Markdown. */
async function fill(url: string): Promise<void> {
  const text = (n: number) =>
    n % 9 === 0
      ? `Step ${n}: **look** at \`room.ts\`, then\n\n- read [this](https://example.com/${n})\n- answer`
      : `${n}: is anybody at the market? The bread is still warm, and there is some of the cheese left.`;
  for (const [name, from] of [
    ["Ann", 0],
    ["Bo", 1],
  ] as const) {
    const person = joins(url, "hall", name);
    await says(
      person,
      Array.from({ length: MESSAGES / 2 }, (_, n) => text(2 * n + from)),
    );
    person.leave();
  }
}

const results: Record<string, Run> = {};
const faults: string[] = [];
await onPremises(async ({ url }) => {
  await fill(url);
  for (const { name, path, found } of pages) {
    for (const form of forms) {
      const title = `${name}, ${form.name}`;
      const runs: Run[] = [];
      while (runs.length < RUNS) {
        process.stderr.write(`${title}, run ${runs.length + 1}\n`);
        runs.push(await look(url + path, form.flags));
      }
      const run = middle(runs);
      results[title] = run;
      faults.push(...shortfalls(run, { found }).map((fault) => `${title}: ${fault}`));
    }
  }
});

console.log(`${LIGHTHOUSE}, medians of ${RUNS} runs\n\n${scores(results)}\n`);
for (const [title, run] of Object.entries(results))
  console.log(`${title} loses points by: ${lossesOf(run) || "nothing"}`);
for (const fault of faults) console.error(`below the bound: ${fault}`);
if (faults.length > 0) process.exitCode = 1;
