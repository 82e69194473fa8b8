// F6: somebody stops reading while a room is loud: they are let go before they fill the server's memory, and miss nothing.
// How much memory they take is for the bench to say (bench/cases/slow.ts), for it is never the same twice.
import { describe, expect, test } from "vitest";
import type { Event } from "../../src/protocol/event.ts";
import { openServer } from "../support/house.ts";
import { type Reader, readsEvents, readsLines, readsSession } from "../support/reader.ts";
import { until } from "../support/serve.ts";
import { report } from "./report/report.ts";
import { size } from "./size.ts";

const MIB = 1024 * 1024;
const TRAFFIC = size(30, 50) * MIB;
// 7.8 kB: seven of them fit a frame.
const TEXT = "字".repeat(2600);
const AT_ONCE = 7;
const SPEAKERS = 2;
const FRAMES = 4;

const server = openServer({ PARLOR_LIMITS: "off" });
let rooms = 0;

/** So much in a fresh room, before `bo`, who has stopped reading, and before cy, who reads on. */
async function aLoudTalk<R extends Reader>(come: (url: string, room: string) => Promise<R>) {
  const { url } = server();
  const room = `loud-${rooms++}`;
  const bo = await come(url, room);
  const cy = await readsEvents(url, room);
  const speakers = await Promise.all(Array.from({ length: SPEAKERS }, () => readsEvents(url, room)));
  bo.pause();
  const rounds = Math.ceil(TRAFFIC / (Buffer.byteLength(TEXT) * AT_ONCE * FRAMES * SPEAKERS));
  let said = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (let frame = 0; frame < FRAMES; frame += 1) {
      for (const ann of speakers) ann.say(Array.from({ length: AT_ONCE }, () => `${said++} ${TEXT}`));
    }
    await until(() => [cy, ...speakers].every(({ events }) => events.length === said), 60_000);
  }
  for (const ann of speakers) ann.leave();
  return { room, bo, cy, said };
}

const numbers = (events: readonly Event[]) =>
  events.map((event) => (event.kind === "send" ? Number(event.body?.text.split(" ")[0]) : undefined));

describe(`${TRAFFIC / MIB} MiB are said in a room`, () => {
  test("and bo, who stopped reading, is closed slow, and comes back to all of it", async () => {
    const { room, bo, cy, said } = await aLoudTalk(readsEvents);
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
    for (const each of [again, cy]) each.leave();
    const more = `bo closed slow after ${bo.events.length} of ${said} messages, and given the others when back`;
    report({ proof: "F6", did: `${TRAFFIC / MIB} MiB past a socket that does not read`, faults: 0, more });
  });

  test("and eve, who stopped reading over HTTP, is let go with her last word said", async () => {
    const { bo: eve, cy, said } = await aLoudTalk(readsSession);
    expect(cy.events).toHaveLength(said);
    eve.resume();
    expect(await eve.closed()).toEqual({ code: 200, reason: "slow" });
    const seqs = eve.received.flatMap((frame) => [...frame.matchAll(/"seq":(\d+)/g)].map(([, seq]) => Number(seq)));
    expect(seqs).toEqual(seqs.map((_, n) => n + 1));
    expect(seqs.length).toBeLessThan(said / 5);
    cy.leave();
  });

  test("and dee, who stopped reading at the text door, is closed slow after the lines that she was sent", async () => {
    const { bo: dee, cy, said } = await aLoudTalk(readsLines);
    expect(cy.events).toHaveLength(said);

    dee.resume();
    expect(await dee.closed()).toEqual({ code: 4408, reason: "slow" });
    expect(dee.received.at(-1)).toBe("[The connection fell too far behind.]");
    const lines = dee.received.slice(1, -1).map((line) => Number(/^\S+: (\d+) /.exec(line)?.[1]));
    expect(lines).toEqual(numbers(cy.events.slice(0, lines.length)));
    expect(lines.length).toBeLessThan(said / 2);
    cy.leave();
  });
});
