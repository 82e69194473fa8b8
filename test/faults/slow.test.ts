// F6: somebody stops reading while a room is loud: they are let go before they fill the server's memory, and miss nothing.
// How much memory that is, a long run alone looks at: it is never the same twice, and takes many of them to be seen at all.
import { describe, expect, test } from "vitest";
import type { Event } from "../../src/protocol/event.ts";
import { openServer } from "../support/house.ts";
import { type EventReader, type Reader, readsEvents, readsLines, readsSession } from "../support/reader.ts";
import { until } from "../support/serve.ts";
import { judgeReaders, type Watched } from "./readers.ts";
import { report } from "./report/report.ts";
import { leastMemory } from "./rss.ts";
import { long, size } from "./size.ts";
import { readLog } from "./talkers.ts";

const MIB = 1024 * 1024;
const TRAFFIC = size(30, 50) * MIB;
// 7.8 kB: seven of them fit a frame.
const TEXT = "字".repeat(2600);
const AT_ONCE = 7;
const SPEAKERS = 2;
const FRAMES = 4;

const server = openServer({ PARLOR_LIMITS: "off" });
let rooms = 0;

/** So much in a fresh room, before `bo` and others like him, who have stopped reading, and before cy, who reads on. */
async function aLoudTalk<R extends Reader>(come: (url: string, room: string) => Promise<R>, paused = 1) {
  const { url } = server();
  const room = `loud-${rooms++}`;
  const still = await Promise.all(Array.from({ length: paused }, () => come(url, room)));
  const cy = await readsEvents(url, room);
  const speakers = await Promise.all(Array.from({ length: SPEAKERS }, () => readsEvents(url, room)));
  for (const bo of still) bo.pause();
  const rounds = Math.ceil(TRAFFIC / (Buffer.byteLength(TEXT) * AT_ONCE * FRAMES * SPEAKERS));
  let said = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (let frame = 0; frame < FRAMES; frame += 1) {
      for (const ann of speakers) ann.say(Array.from({ length: AT_ONCE }, () => `${said++} ${TEXT}`));
    }
    await until(() => [cy, ...speakers].every(({ events }) => events.length === said), 60_000);
  }
  for (const ann of speakers) ann.leave();
  const watched = (who: string, one: EventReader): Watched => ({ who, links: [one], level: true });
  /** What came of all of it, also to these. */
  const judged = async (...others: Watched[]) => {
    const log = long ? await readLog(url, room) : cy.events;
    const { faults, ...ops } = judgeReaders(
      [watched("cy", cy), ...speakers.map((ann, n) => watched(`ann ${n}`, ann)), ...others],
      log,
    );
    expect(faults).toEqual([]);
    return ops;
  };
  return { room, still, cy, speakers, said, judged };
}

const numbers = (events: readonly Event[]) =>
  events.map((event) => (event.kind === "send" ? Number(event.body?.text.split(" ")[0]) : undefined));

function only<R>([one]: readonly R[]): R {
  if (one === undefined) throw new Error("nobody came");
  return one;
}

describe(`${TRAFFIC / MIB} MiB are said in a room`, () => {
  test("and bo, who stopped reading, is closed slow, and comes back to all of it", async () => {
    const { room, still, cy, said, judged } = await aLoudTalk(readsEvents);
    const bo = only(still);
    expect(cy.events.map(({ seq }) => seq)).toEqual(Array.from({ length: said }, (_, n) => n + 1));
    expect(cy.isOpen()).toBe(true);

    bo.resume();
    expect(await bo.closed()).toEqual({ code: 4408, reason: "slow" });
    expect(bo.lastWord).toEqual({ type: "refused", code: "slow" });
    expect(bo.events.length).toBeLessThan(said / 5);
    const again = await readsEvents(server().url, room, bo.stands());
    await until(() => bo.events.length + again.events.length === said, 60_000);
    expect([...bo.events, ...again.events]).toEqual(cy.events);
    expect(numbers(cy.events).sort((a = 0, b = 0) => a - b)).toEqual(Array.from({ length: said }, (_, n) => n));
    const ops = await judged({ who: "bo", links: [bo, again], level: true });
    for (const each of [again, cy]) each.leave();
    const more = `bo closed slow after ${bo.events.length} of ${said} messages, and given the others when back`;
    report({ proof: "F6", did: `${TRAFFIC / MIB} MiB past a socket that does not read`, ops, faults: 0, more });
  });

  test("and eve, who stopped reading over HTTP, is let go with her last word said", async () => {
    const { still, cy, said, judged } = await aLoudTalk(readsSession);
    const eve = only(still);
    expect(cy.events).toHaveLength(said);
    eve.resume();
    expect(await eve.closed()).toEqual({ code: 200, reason: "slow" });
    const seqs = eve.received.flatMap((frame) => [...frame.matchAll(/"seq":(\d+)/g)].map(([, seq]) => Number(seq)));
    expect(seqs).toEqual(seqs.map((_, n) => n + 1));
    expect(seqs.length).toBeLessThan(said / 5);
    await judged();
    cy.leave();
  });

  test("and dee, who stopped reading at the text door, is closed slow after the lines that she was sent", async () => {
    const { still, cy, said, judged } = await aLoudTalk(readsLines);
    const dee = only(still);
    expect(cy.events).toHaveLength(said);

    dee.resume();
    expect(await dee.closed()).toEqual({ code: 4408, reason: "slow" });
    expect(dee.received.at(-1)).toBe("[The connection fell too far behind.]");
    const lines = dee.received.slice(1, -1).map((line) => Number(/^\S+: (\d+) /.exec(line)?.[1]));
    expect(lines).toEqual(numbers(cy.events.slice(0, lines.length)));
    expect(lines.length).toBeLessThan(said / 2);
    await judged();
    cy.leave();
  });
});

/** So much more memory the server may take for one who does not read. */
const MOST_MIB = 16;
/** One alone is less than the heap's coming and going. */
const MANY = 8;

describe.runIf(long)(`${MANY} who don't read while ${TRAFFIC / MIB} MiB are said`, () => {
  const workerd = () => only(server().workerds());

  /** How much memory such a talk leaves behind, and how long the others waited for a message. */
  async function costOf(come: (url: string, room: string) => Promise<Reader>, paused: number) {
    const before = await leastMemory(workerd());
    const { still, cy, speakers } = await aLoudTalk(come, paused);
    const grew = (await leastMemory(workerd())) - before;
    const came = new Map(cy.events.map(({ id }, n) => [id, cy.cameAt[n] ?? 0]));
    const waits = speakers.flatMap(({ said }) => said.map(({ at, op }) => (came.get(op.id) ?? 0) - at));
    const p99 = waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? 0;
    for (const one of [cy, ...still]) one.leave();
    return { grew: grew / MIB, p99 };
  }

  test.for([
    ["parlor.v1", readsEvents],
    ["HTTP", readsSession],
    ["the text door", readsLines],
  ] as const)("by %s take no more than so much memory each", { timeout: 300_000 }, async ([door, come]) => {
    // For the heap to have its size.
    await costOf(come, 0);
    const without = await costOf(come, 0);
    const beside = await costOf(come, 1);
    const many = await costOf(come, MANY);
    const each = (many.grew - without.grew) / MANY;
    const times = ({ p99 }: typeof many) => (p99 / without.p99).toFixed(2);
    report({
      proof: "F6",
      did: `${MANY} by ${door} who don't read, ${TRAFFIC / MIB} MiB`,
      faults: each > MOST_MIB ? 1 : 0,
      more: `${each.toFixed(1)} MiB of memory each; p99 of the others ${times(beside)} times that without them where there is one, ${times(many)} where there are ${MANY}`,
    });
    expect(each).toBeLessThanOrEqual(MOST_MIB);
  });
});
