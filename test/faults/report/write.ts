// Writes the report of npm run test:long, test:mutants and test:repeat: what each proof found, at which commit, on which
// machine, with which versions; and the README's table of it.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { replaceSection, sectionOf, withRows } from "../../../bench/cost/markdown.ts";
import { machine, version } from "../../../bench/machine.ts";
import { ALONE, type Finding, KEPT, type Kept, keep } from "./report.ts";
import { type Results, readResults } from "./results.ts";

const REPORT = "test/faults/REPORT.md";
const README = "README.md";
/** What each proof is about, in the order of the report. */
const ABOUT: Record<string, string> = {
  F1: "the server is killed in mid-talk",
  F2: "the room leaves memory",
  F3: "the line is cut after any byte",
  F4: "all of that and more, in a model with seeds",
  F5: "everybody drops at once",
  F6: "somebody stops reading",
  F7: "a machine stops, with its socket open",
  F8: "storage fails",
  F9: "a full room talks",
  F10: "coming back after any gap",
  A9: "the room is wiped, or restored from a backup",
  Chromium: "two tabs, no network, reloads, kills, in Chromium",
  HTTP: "people without WebSocket, or whose proxy spoils it in mid-talk, whose network breaks and whose server is killed",
  proxies: "somebody in Chromium, behind a proxy that …",
  hibernation: "nobody speaks",
  B1: "malformed frames, to the room's core",
  B2: "malformed frames and bytes, to the server",
  B3: "all of Unicode",
  B5: "malformed requests",
  M1: "bugs planted in the code",
  Q1: "the tests themselves, again and again",
};
const ORDER = Object.keys(ABOUT);

/** Tests inside workerd can write no file: of these, vitest tells whether they passed. */
const INSIDE: Record<string, string> = {
  "eviction.test.ts": "F2",
  "resume.test.ts": "F10",
  // After retention.
  "keep.test.ts": "F10",
  "fuzz.test.ts": "B1",
  "unicode.test.ts": "B3",
};
const RESULTS = `${KEPT}/vitest.json`;

function inside({ testResults }: Results): Finding[] {
  return testResults.flatMap(({ name, assertionResults: tests }) => {
    const proof = INSIDE[name.slice(name.lastIndexOf("/") + 1)];
    if (proof === undefined || !name.includes("/room/")) return [];
    const faults = tests.filter(({ status }) => status !== "passed").length;
    const did =
      tests.length === 1 ? (tests[0]?.title ?? "") : `${tests.length} tests of ${name.replace(/^.*\/test/, "test")}`;
    return [{ proof, did, faults }];
  });
}

// Once: a report that is written later, for the planted bugs say, says of them what was found then.
if (existsSync(RESULTS)) {
  for (const finding of inside(readResults(RESULTS))) keep(finding);
  rmSync(RESULTS);
}
const files = existsSync(KEPT) ? readdirSync(KEPT) : [];
const findings: Kept[] = files.map((file) => JSON.parse(readFileSync(`${KEPT}/${file}`, "utf8")));
const place = ({ proof }: Finding) => (ORDER.includes(proof) ? ORDER.indexOf(proof) : ORDER.length);
findings.sort((a, b) => place(a) - place(b) || a.did.localeCompare(b.did, "en"));

/** More findings than these of one proof are summed up in the README. */
const MANY = 6;

const { cpu, cores, memoryGiB, os } = machine();
const versions = ["workerd", "miniflare", "vitest", "fast-check"].map((name) => `${name} ${version(name)}`);
const rows = findings.map(({ proof, did, ops, faults, more = "", commit }) => {
  const counts = ops
    ? [ops.attempted, ops.acked, ops.refused, ops.unknown, ops.recovered, ops.lost, ops.duplicated, ops.unexpected]
    : Array(8).fill("");
  const cells = [proof, did, ...counts, faults, more, commit];
  return `| ${cells.map((cell) => (typeof cell === "number" ? cell.toLocaleString("en") : cell)).join(" | ")} |`;
});

/** One line for each proof, with what its findings come to. */
const summary = ORDER.flatMap((proof) => {
  const own = findings.filter((finding) => finding.proof === proof);
  if (own.length === 0) return [];
  const acked = own.reduce((total, { ops }) => total + (ops?.acked ?? 0), 0);
  const faults = own.reduce((total, finding) => total + finding.faults, 0);
  const did =
    own.length > MANY
      ? `${own.length} kinds of op, at each of their statements`
      : own.map((each) => each.did).join("; ");
  const cells = [ABOUT[proof], did, acked === 0 ? "" : acked.toLocaleString("en"), faults];
  return [`| ${cells.join(" | ")} |`];
});
const readme = readFileSync(README, "utf8");
// On another machine than that of the long run, its rows stay as they are.
const partly = findings.every(({ proof }) => ALONE.has(proof));
const table = partly
  ? withRows(sectionOf(readme, "proofs"), summary)
  : ["| | what was done | messages acked | faults |", "|---|---|--:|--:|", ...summary].join("\n");
writeFileSync(README, replaceSection(readme, "proofs", table));

const whole = () => `# What the long tests found

${new Date().toISOString().slice(0, 10)}, on ${cores} cores of ${cpu}, ${memoryGiB} GiB, ${os}; Node ${process.version}, ${versions.join(", ")}.

An op is *attempted* when it is put into an outbox, *acked* when its sender has seen that it is stored, *refused* when its
sender was told that it is not, *unknown* where neither; *recovered* is an unknown one that was stored, *lost* an acked one
that was not, *unexpected* an event that nobody sent. A fault is anything that the checker (checker.ts) or the test found wrong.

| | what was done | attempted | acked | refused | unknown | recovered | lost | duplicated | unexpected | faults | | at commit |
|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|---|
${rows.join("\n")}`;
writeFileSync(REPORT, `${partly ? withRows(readFileSync(REPORT, "utf8"), rows) : whole()}\n`);
console.info(`${findings.length} findings in ${REPORT}`);
