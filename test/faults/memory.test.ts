// F6: how much memory those take who don't read, and what the others wait. It is never the same twice, and takes many of them to
// be seen at all: for long runs alone (vitest.config.ts).
import { describe, expect, test } from "vitest";
import { openServer } from "../support/house.ts";
import { type Reader, readsEvents, readsLines, readsSession } from "../support/reader.ts";
import { aLoudTalk, only, TRAFFIC } from "./loud-talk.ts";
import { report } from "./report/report.ts";
import { leastMemory } from "./rss.ts";

const MIB = 1024 * 1024;
const server = openServer({ PARLOR_LIMITS: "off" });

/** So much more memory the server may take for one who does not read. */
const MOST_MIB = 16;
/** One alone is less than the heap's coming and going. */
const MANY = 8;

describe(`${MANY} who don't read while ${TRAFFIC} MiB are said`, () => {
  const workerd = () => only(server().workerds());

  /** How much memory such a talk leaves behind, and how long the others waited for a message. */
  async function costOf(come: (url: string, room: string) => Promise<Reader>, paused: number) {
    const before = await leastMemory(workerd());
    const { still, cy, speakers } = await aLoudTalk(server().url, come, paused);
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
      did: `${MANY} by ${door} who don't read, ${TRAFFIC} MiB`,
      faults: each > MOST_MIB ? 1 : 0,
      more: `${each.toFixed(1)} MiB of memory each; p99 of the others ${times(beside)} times that without them where there is one, ${times(many)} where there are ${MANY}`,
    });
    expect(each).toBeLessThanOrEqual(MOST_MIB);
  });
});
