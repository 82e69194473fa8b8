// `npm run bench`: loads Parlor and what people would use instead, one after the other on one core, and writes what it saw.
// `npm run bench -- screen` measures what a browser makes of a room instead, `npm run bench -- flood` a room with a flooder.
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Case } from "./cases/case.ts";
import { slow } from "./cases/slow.ts";
import { steady } from "./cases/steady.ts";
import { join, resume } from "./cases/storm.ts";
import { talks } from "./cases/talk.ts";
import { wake } from "./cases/wake.ts";
import { replaceSection } from "./cost/markdown.ts";
import { benchFlood } from "./flood/bench.ts";
import { inProject, machine, version } from "./machine.ts";
import { added } from "./report/added.ts";
import { chart } from "./report/chart.ts";
import type { Figures, Results, Run } from "./report/results.ts";
import { withScreen } from "./report/screen.ts";
import { page, section } from "./report/section.ts";
import { benchScreen } from "./screen/bench.ts";
import { LOAD_CORE, type Server, servers } from "./servers.ts";
import { bind } from "./usage.ts";

const USAGE = `usage: npm run bench -- [--rounds 3] [--cases hall-200,steady] [--servers article,parlor] [--write]
       npm run bench -- screen [--write]
       npm run bench -- flood
--write puts the results into bench/results.json and RESULTS.md; those of the servers into docs/bench.svg and the README too`;

const PACKAGES = ["node", "workerd", "ws", "express", "socket.io", "partyserver"];

const cases: readonly Case[] = [...talks, steady, join, resume, wake, slow];

function chosen<T extends { name: string }>(all: readonly T[], names: string | undefined): T[] {
  const wanted = names?.split(",") ?? all.map(({ name }) => name);
  const unknown = wanted.filter((name) => !all.some((one) => one.name === name));
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(", ")}\n${USAGE}`);
  return all.filter(({ name }) => wanted.includes(name));
}

/** One case on one server. A fault ends it without figures: what is not right is not timed. */
async function take(one: Case, server: Server, round: number): Promise<Run[]> {
  process.stderr.write(`round ${round + 1}: ${one.name}, ${server.name} … `);
  try {
    const figures = await one.run(server);
    const said = one.shows.map((figure: keyof Figures) => `${figure} ${figures[figure]?.toPrecision(4) ?? "–"}`);
    process.stderr.write(`${said.join(", ")}, load ${figures.load?.toFixed(2) ?? "–"}\n`);
    return [{ case: one.name, server: server.name, round, figures }];
  } catch (fault) {
    process.stderr.write(`FAULT: ${fault instanceof Error ? fault.message.slice(0, 300) : fault}\n`);
    process.exitCode = 1;
    return [];
  }
}

const { values, positionals } = parseArgs({
  options: {
    rounds: { type: "string", default: "3" },
    cases: { type: "string" },
    servers: { type: "string" },
    write: { type: "boolean", default: false },
  },
  allowPositionals: true,
});
if (positionals.length === 0) await compare();
else if (positionals.join(" ") === "screen") await benchScreen(values.write);
else if (positionals.join(" ") === "flood") await benchFlood();
else throw new Error(USAGE);

/** Runs the chosen cases on the chosen servers, in rounds. */
async function compare(): Promise<void> {
  const rounds = Number(values.rounds);
  const compared = chosen(servers, values.servers);
  const measured = chosen(cases, values.cases);

  bind(process.pid, LOAD_CORE);
  const runs: Run[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const one of measured) {
      // Each round begins with another server, so that none always runs when the machine is warm.
      const turned = compared.map((_, index) => compared[(index + round) % compared.length]);
      for (const server of turned) if (server !== undefined) runs.push(...(await take(one, server, round)));
    }
  }

  const fresh: Results = {
    at: new Date().toISOString(),
    machine: machine(),
    versions: Object.fromEntries(PACKAGES.map((name) => [name, version(name)])),
    rounds,
    faults: rounds * measured.length * compared.length - runs.length,
    cases: measured.map(({ name, title, shows }) => ({ name, title, shows })),
    servers: compared.map(({ name, title }) => ({ name, title })),
    runs,
  };
  console.log(page(fresh));
  if (values.write) write(fresh);
}

/** Puts the results where they are read. What was not measured now stays as it was. */
function write(results: Results): void {
  const file = inProject("bench/results.json");
  const older: Results = JSON.parse(readFileSync(file, "utf8"));
  const whole = results.cases.length === cases.length ? withScreen(results, older.screen) : added(older, results);
  writeFileSync(file, `${JSON.stringify(whole)}\n`);
  writeFileSync(inProject("bench/RESULTS.md"), page(whole));
  writeFileSync(inProject("docs/bench.svg"), chart(whole));
  const readme = inProject("README.md");
  writeFileSync(readme, replaceSection(readFileSync(readme, "utf8"), "bench", section(whole)));
}
