// F6: somebody stops reading while a room is loud: they are let go before they fill the server's memory, and miss nothing.
import { describe, expect, test } from "vitest";
import type { Event } from "../../src/protocol/event.ts";
import { openServer } from "../support/house.ts";
import { readsEvents, readsLines, readsSession } from "../support/reader.ts";
import { until } from "../support/serve.ts";
import { aLoudTalk, only, TRAFFIC } from "./loud-talk.ts";
import { report } from "./report/report.ts";

const server = openServer({ PARLOR_LIMITS: "off" });

const numbers = (events: readonly Event[]) =>
  events.map((event) => (event.kind === "send" ? Number(event.body?.text.split(" ")[0]) : undefined));

describe(`${TRAFFIC} MiB are said in a room`, () => {
  test("and bo, who stopped reading, is closed slow, and comes back to all of it", async () => {
    const { room, still, cy, said, judged } = await aLoudTalk(server().url, readsEvents);
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
    report({ proof: "F6", did: `${TRAFFIC} MiB past a socket that does not read`, ops, faults: 0, more });
  });

  test("and eve, who stopped reading over HTTP, is let go with her last word said", async () => {
    const { still, cy, said, judged } = await aLoudTalk(server().url, readsSession);
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
    const { still, cy, said, judged } = await aLoudTalk(server().url, readsLines);
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
