// F9: a full room that talks. How fast it is, is for the report to say and never for a test to judge.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { openServer } from "../support/house.ts";
import { type EventReader, readsEvents } from "../support/reader.ts";
import { until } from "../support/serve.ts";
import { judgeReaders } from "./readers.ts";
import { report } from "./report/report.ts";
import { size } from "./size.ts";
import { judge, newTalk, readLog, talks } from "./talkers.ts";

const SOCKETS = size(100, 1_000);
const SECONDS = size(3, 60);
const EVERY_MS = 100;

/** Of those who come over HTTP, half by a stream, half by polls. */
const WITHOUT_SOCKETS = size(20, 200);

const p99 = (samples: number[]) => Math.round(samples.sort((a, b) => a - b)[Math.floor(samples.length * 0.99)] ?? 0);

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
  const watched = people.map((one, n) => ({ who: `p${n}`, links: [one], level: true }));
  const { faults, ...ops } = judgeReaders(watched, await readLog(server().url, "load"));
  report({
    proof: "F9",
    did: `${SOCKETS} sockets, 10 messages/s for ${SECONDS} s`,
    ops,
    faults: faults.length,
    more: `p99 of an echo ${p99(echo)} ms, of the last delivery ${p99(last)} ms`,
  });
  expect(faults).toEqual([]);
  expect(ops.acked).toBe(count);
  for (const one of people) one.leave();
});

test(`${WITHOUT_SOCKETS} people without sockets hear ten messages a second without a gap, for ${SECONDS} s`, async () => {
  const talk = newTalk(server().url, "load-over-http");
  const ann = talks(talk, "ann", { inFlight: 0 });
  const sentAt: number[] = [];
  const delays = { stream: [] as number[], poll: [] as number[] };
  for (let n = 0; n < WITHOUT_SOCKETS; n++) {
    const over = n % 2 === 0 ? "stream" : "poll";
    const { room } = talks(talk, `p${n}`, { inFlight: 0, over });
    let heard = 0;
    room.subscribe(() => {
      const now = performance.now();
      for (; heard < room.state.cursor; heard++) delays[over].push(now - (sentAt[heard] ?? now));
    });
  }
  await until(() => talk.talkers.every(({ room }) => room.state.link.is === "open"), 60_000);
  for (let n = 0; n < (SECONDS * 1000) / EVERY_MS; n++) {
    sentAt[n] = performance.now();
    ann.room.send(`${n}`);
    await sleep(EVERY_MS);
  }
  const { faults, ...ops } = await judge(talk);
  report({
    proof: "F9",
    did: `${WITHOUT_SOCKETS} people without sockets, 10 messages/s for ${SECONDS} s`,
    ops,
    faults: faults.length,
    more: `p99 of a delivery by a stream ${p99(delays.stream)} ms, by polls ${p99(delays.poll)} ms`,
  });
  expect(faults).toEqual([]);
});
