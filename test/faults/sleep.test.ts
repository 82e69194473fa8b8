// Hibernation: people who only look on let their room sleep, and it wakes as if it never had. On the shipped Worker with a
// count of how often a room's object was made (bench/cost/worker).
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import type { Platform } from "../../src/client/platform.ts";
import { PING } from "../../src/protocol/ping.ts";
import { openServer } from "../support/house.ts";
import { joins } from "../support/people.ts";
import { type EventReader, readsEvents } from "../support/reader.ts";
import { until } from "../support/serve.ts";
import { report } from "./report/report.ts";
import { size } from "./size.ts";

const SOCKETS = size(50, 500);
const IDLE_S = size(15, 60);
const PINGS_EVERY_MS = 5_000;

const server = openServer({}, "counted");

/** How often the room's object was made. Asking does not wake it. */
async function made(room: string): Promise<number> {
  return (await (await fetch(`${server().url}/counts/${room}`)).json()).made;
}

/** They ping as the client does, and say nothing. */
async function idle(people: EventReader[]): Promise<void> {
  for (let past = 0; past < IDLE_S * 1000; past += PINGS_EVERY_MS) {
    for (const one of people) one.tell(PING);
    await sleep(PINGS_EVERY_MS);
  }
}

it.concurrent("a room in which nobody says a word sleeps, pings don't wake it, and the first word after is heard by all", async () => {
  const people = await Promise.all(Array.from({ length: SOCKETS }, () => readsEvents(server().url, "quiet")));
  const [ann, bo] = people;
  ann?.say(["before"]);
  await until(() => people.every(({ events }) => events.length === 1));
  const before = await made("quiet");
  await idle(people);
  expect(people.every((one) => one.lastWord?.type === "pong")).toBe(true);
  expect(await made("quiet")).toBe(before);
  bo?.say(["after"]);
  await until(() => people.every(({ events }) => events.length === 2));
  expect(await made("quiet")).toBe(before + 1);
  expect(people.every(({ events }) => events.map(({ seq }) => seq).join() === "1,2")).toBe(true);
  report({ proof: "hibernation", did: `${SOCKETS} sockets idle for ${IDLE_S} s, with pings: it slept`, faults: 0 });
  for (const one of people) one.leave();
});

it.concurrent("who reads events over HTTP lets it sleep, for the Worker holds their stream", async () => {
  const ann = await readsEvents(server().url, "read");
  ann.say(["before"]);
  await until(() => ann.events.length === 1);
  const gone = new AbortController();
  const headers = { Accept: "text/event-stream" };
  const { body } = await fetch(`${server().url}/r/read?since=0`, { headers, signal: gone.signal });
  let heard = "";
  void (async () => {
    for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) heard += part;
  })().catch(() => {});
  await until(() => heard.includes("before"));
  const before = await made("read");
  await idle([ann]);
  expect(await made("read")).toBe(before);
  // It was not silent meanwhile, or nobody would know that it is there.
  expect(heard).toContain(": here");
  ann.say(["after"]);
  await until(() => heard.includes("after"));
  expect(await made("read")).toBe(before + 1);
  gone.abort();
  ann.leave();
});

it.concurrent("who has no socket, but a session over HTTP, lets it sleep, hears that it is there, and is heard", async () => {
  const bo = await readsEvents(server().url, "session");
  let pongs = 0;
  const around = (platform: Platform): Platform => ({
    ...platform,
    openSocket: (url, subprotocol, events) =>
      platform.openSocket(url, subprotocol, {
        ...events,
        received(data) {
          if (String(data).includes('"pong"')) pongs += 1;
          events.received(data);
        },
      }),
  });
  const ann = joins(server().url, "session", "Ann", { over: "stream", around });
  ann.send("before");
  await until(() => bo.events.length === 1);
  const before = await made("session");
  await idle([bo]);
  expect(await made("session")).toBe(before);
  expect(pongs).toBeGreaterThan(0);
  ann.send("after");
  await until(() => bo.events.length === 2 && ann.state.cursor === 2);
  expect(await made("session")).toBe(before + 1);
  ann.leave();
  bo.leave();
});

it.concurrent("two who open their sockets at the same moment let it sleep too", async () => {
  const people = await Promise.all(["ann", "bo"].map(() => readsEvents(server().url, "both")));
  const before = await made("both");
  await idle(people);
  people[0]?.say(["hello"]);
  await until(() => people.every(({ events }) => events.length === 1));
  expect(await made("both")).toBe(before + 1);
  for (const one of people) one.leave();
});
