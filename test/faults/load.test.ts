// F9: a full room that talks. How fast it is, is for the report to say and never for a test to judge.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { openServer } from "../support/house.ts";
import { type EventReader, readsEvents } from "../support/reader.ts";
import { until } from "../support/serve.ts";
import { report } from "./report/report.ts";
import { size } from "./size.ts";

const SOCKETS = size(100, 1_000);
const SECONDS = size(3, 60);
const EVERY_MS = 100;

const server = openServer({ PARLOR_LIMITS: "off", PARLOR_ADDRESS_SOCKETS: "5000" });

test(`${SOCKETS} people hear ten messages a second without a gap, for ${SECONDS} s`, async () => {
  const people: EventReader[] = [];
  while (people.length < SOCKETS) {
    people.push(...(await Promise.all(Array.from({ length: 50 }, () => readsEvents(server().url, "load")))));
  }
  const [ann] = people;
  const sentAt: number[] = [];
  const count = (SECONDS * 1000) / EVERY_MS;
  for (let n = 0; n < count; n++) {
    sentAt[n] = performance.now();
    ann?.say([`${n}`]);
    await sleep(EVERY_MS);
  }
  await until(() => people.every(({ events }) => events.length === count), 60_000);
  const came = (one: EventReader | undefined, n: number) => (one?.cameAt[n] ?? 0) - (sentAt[n] ?? 0);
  const echo = sentAt.map((_, n) => came(ann, n));
  const last = sentAt.map((_, n) => Math.max(...people.map((one) => came(one, n))));
  const right = Array.from({ length: count }, (_, n) => `${n + 1} ${n}`).join();
  const heard = people.map(({ events }) =>
    events.map((event) => `${event.seq} ${event.kind === "send" ? event.body?.text : ""}`).join(),
  );
  const wrong = heard.filter((each) => each !== right).length;
  const p99 = (samples: number[]) => Math.round(samples.sort((a, b) => a - b)[Math.floor(samples.length * 0.99)] ?? 0);
  report({
    proof: "F9",
    did: `${SOCKETS} sockets, 10 messages/s for ${SECONDS} s`,
    faults: wrong,
    more: `p99 of an echo ${p99(echo)} ms, of the last delivery ${p99(last)} ms`,
  });
  expect(wrong).toBe(0);
  for (const one of people) one.leave();
});
