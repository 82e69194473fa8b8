// Ann and Bo talk as fast as they are heard while the server is killed again and again: nothing acked is lost, nothing
// doubled. KILL_ROUNDS=100 makes a soak of it, KILL_SEED has the kills of a former run again.
import { setTimeout as sleep } from "node:timers/promises";
import * as v from "valibot";
import { expect, test } from "vitest";
import type { Room } from "../../src/client/room.ts";
import { Event } from "../../src/protocol/event.ts";
import { joins } from "../support/people.ts";
import { folder, serve, until } from "../support/serve.ts";
import { seeded } from "../support/world.ts";

const ROUNDS = Number(process.env.KILL_ROUNDS ?? 4);
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000);
const IN_FLIGHT = 4;

interface Talker {
  room: Room;
  /** The ids of what was said, in order. */
  said: string[];
  /** Every message that was ever on the screen, as `seq id`. */
  seen: Set<string>;
  hush(): void;
}

/** Says the next message as soon as fewer than IN_FLIGHT wait for their echo, until hushed. */
function talks(room: Room, name: string): Talker {
  const said: string[] = [];
  const seen = new Set<string>();
  let talking = true;
  const talk = () => {
    while (talking && room.state.pending.length < IN_FLIGHT) said.push(room.send(`${name} ${said.length}`));
  };
  room.subscribe(() => {
    for (const { seq, id } of room.state.messages.slice(-500)) seen.add(`${seq} ${id}`);
    // Not now: what is said here would be heard before its id is known.
    queueMicrotask(talk);
  });
  talk();
  return {
    room,
    said,
    seen,
    hush() {
      talking = false;
    },
  };
}

test(
  "the server is killed in mid-talk, all of it or workerd alone: nothing acked is lost, nothing doubled",
  async () => {
    console.info(`KILL_SEED=${SEED}`);
    const random = seeded(SEED);
    const dir = folder();
    let parlor = await serve(dir, { env: { PARLOR_LIMITS: "off" } });
    const people = ["ann", "bo"].map((name) => talks(joins(parlor.url, "lobby", name), name));
    const everybody = (so: (room: Room) => boolean) => until(() => people.every(({ room }) => so(room)));

    for (let round = 1; round <= ROUNDS; round++) {
      const goal = Math.max(...people.map(({ room }) => room.state.cursor)) + 50;
      await everybody(({ state }) => state.link.is === "open" && state.cursor > goal);
      await sleep(random() * 1000);
      if (round % 4 === 0) {
        await parlor.kill9Workerd();
      } else {
        await parlor.kill9All();
        parlor = await serve(dir, { port: parlor.port, env: { PARLOR_LIMITS: "off" } });
      }
      await until(async () => (await fetch(parlor.url).catch(() => undefined))?.ok === true);
      // As a browser does when the network is back.
      for (const { room } of people) room.nudge();
    }
    for (const { hush } of people) hush();
    await everybody(({ state }) => state.link.is === "open" && state.pending.length === 0);

    const log = await readLog(parlor.url, "lobby");
    await everybody(({ state }) => state.cursor === log.length);
    const places = new Set(log.map(({ seq, id }) => `${seq} ${id}`));
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1));
    expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
    for (const { room, said, seen } of people) {
      expect(log.filter(({ by }) => by === room.state.you?.member).map(({ id }) => id)).toEqual(said);
      expect([...seen].filter((place) => !places.has(place))).toEqual([]);
      expect(room.state.messages).toEqual(log);
      room.leave();
    }
    console.info(`${log.length} messages over ${ROUNDS} kills`);
    expect(await parlor.stop()).toEqual({ code: 0, left: [] });
  },
  40_000 + ROUNDS * 10_000,
);

async function readLog(url: string, room: string): Promise<Event[]> {
  const Reading = v.object({ events: v.array(Event), more: v.boolean() });
  const log: Event[] = [];
  for (let more = true; more; ) {
    const answer = await fetch(`${url}/r/${room}?since=${log.length}`, { headers: { Accept: "application/json" } });
    const page = v.parse(Reading, await answer.json());
    log.push(...page.events);
    more = page.more;
  }
  return log;
}
