// F3: a talk of two people, whose line is cut after each byte of it, in each direction, by RST, by FIN and by silence.
import { expect, test } from "vitest";
import type { Platform } from "../../src/client/platform.ts";
import { openServer } from "../support/house.ts";
import type { Over } from "../support/people.ts";
import { until } from "../support/serve.ts";
import type { Verdict } from "./checker.ts";
import { type Cut, cuts, type Way } from "./knife.ts";
import { report, sum } from "./report/report.ts";
import { size } from "./size.ts";
import { judge, newTalk, talks } from "./talkers.ts";

/** Each so many bytes; over HTTP there are more. */
const EVERY: Record<Exclude<Over, "any">, number> = {
  websocket: size(149, 1),
  stream: size(307, 7),
  poll: size(307, 7),
};
const AT_ONCE = 16;
/** The client's patience is so much shorter, or silence alone would take a day. */
const HURRY = 20;

const server = openServer({ PARLOR_LIMITS: "off" });
let rooms = 0;

const inHurry = (platform: Platform): Platform => ({
  ...platform,
  after: (ms, then) => platform.after(ms / HURRY, then),
});

/** Where it is cut after the last of that, they say so much more at most. */
const MORE = 5;

/** Ann comes over a line that will be cut, and says three things; bo, who is there, answers each. They go on until it is cut. */
async function talkOver(over: Over, way: Way, at: number, how: Cut) {
  const { url, port } = server();
  const knife = await cuts(port, way, at, how);
  const talk = newTalk(url, `cut-${String(++rooms).padStart(6, "0")}`);
  const bo = talks(talk, "bo", { inFlight: 0 });
  const ann = talks(talk, "ann", { inFlight: 0, url: knife.url, around: inHurry, over });
  let answered = 0;
  bo.room.subscribe(() => {
    const heard = bo.room.state.messages.filter(({ body }) => body?.text.startsWith("ann"));
    for (; answered < heard.length; answered++) {
      const { length } = heard.slice(0, answered + 1);
      queueMicrotask(() => void bo.room.send(`bo, ${length}`));
    }
  });
  for (const text of ["ann, 1", "ann, 2"]) ann.room.send(text);
  await until(() => answered >= 1, 60_000);
  ann.room.send("ann, 3");
  let said = 3;
  const allIsSaid = () => until(() => bo.room.state.messages.length === 2 * said, 60_000);
  await allIsSaid();
  // Without a cut, so many bytes: no two talks are carried in the very same ones.
  const carried = { ...knife.carried };
  for (; at !== Infinity && !knife.done() && said < 3 + MORE; await allIsSaid()) ann.room.send(`ann, ${++said}`);
  const verdict = await judge(talk);
  knife.close();
  return { verdict, carried, isCut: knife.done(), said };
}

test.for(["websocket", "stream", "poll"] as const)(
  "wherever their line is cut, each message is there once and in its place (by %s)",
  { timeout: size(120_000, 3_600_000) },
  async (over) => {
    const { carried } = await talkOver(over, "up", Infinity, "RST");
    const offsets = (way: Way) =>
      Array.from({ length: Math.ceil(carried[way] / EVERY[over]) }, (_, index) => [way, index * EVERY[over]] as const);
    const all = (["RST", "FIN", "stall"] as const).flatMap((how) =>
      [...offsets("up"), ...offsets("down")].map(([way, at]) => [way, at, how] as const),
    );
    const verdicts: Verdict[] = [];
    const faults: string[] = [];
    const left = all.slice();
    const worker = async () => {
      for (let next = left.pop(); next !== undefined; next = left.pop()) {
        const { verdict, isCut, said } = await talkOver(over, ...next);
        verdicts.push(verdict);
        if (!isCut) faults.push(`${next.join(" ")}: was not cut`);
        if (verdict.attempted !== 2 * said) faults.push(`${next.join(" ")}: ${verdict.attempted} of ${2 * said} said`);
        faults.push(...verdict.faults.map((fault) => `${next?.join(" ")}: ${fault}`));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const did = `${all.length} cuts: each ${EVERY[over] === 1 ? "" : `${EVERY[over]}th `}byte of ${carried.up} up and ${carried.down} down${over === "websocket" ? "" : ` by ${over}`}, by RST, FIN and silence`;
    report({ proof: "F3", did, ops: sum(verdicts), faults: faults.length });
    expect(faults).toEqual([]);
  },
);
