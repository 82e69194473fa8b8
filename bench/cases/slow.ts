// One of 21 does not read while 50 MiB go by: what that costs the server, and the others.
import { setTimeout as sleep } from "node:timers/promises";
import { Audience, openMany, quiet } from "../load/audience.ts";
import { percentile } from "../load/samples.ts";
import type { Wire } from "../load/wire.ts";
import type { Running, Server } from "../servers.ts";
import { type Case, onStage, type Stage } from "./case.ts";

const SOCKETS = 20;
const SENDERS = 20;
const IN_FLIGHT = 2;
const TEXT_LENGTH = 4000;
const TRAFFIC_BYTES = 50 * 1024 * 1024;

export const slow: Case = {
  name: "slow",
  title: "50 MiB to 20 sockets, and to one that does not read",
  shows: ["pausedMiB", "p50", "p99", "slowdown"],
  run: (server) =>
    onStage(server, async (stage) => {
      // Twice without, for the heap to have its size, then once with somebody who does not read.
      await traffic(server, stage, "warm-up", false);
      const calm = await traffic(server, stage, "calm", false);
      const slowed = await traffic(server, stage, "slowed", true);
      return {
        pausedMiB: (slowed.grew - calm.grew) / 1024 / 1024,
        p50: percentile(slowed.delays, 0.5),
        p99: percentile(slowed.delays, 0.99),
        slowdown: percentile(slowed.delays, 0.99) / percentile(calm.delays, 0.99),
      };
    }),
};

async function traffic(server: Server, { running, where }: Stage, room: string, withPaused: boolean) {
  const paused = withPaused ? await openMany(where(room), 1) : [];
  const wires = await openMany(where(room), SOCKETS);
  await quiet([...wires, ...paused]);
  for (const wire of paused) stopReading(wire);
  const before = running.usage().memory;
  const audience = new Audience(wires, server.dialect, SENDERS, { text: TEXT_LENGTH });
  audience.talk(IN_FLIGHT);
  while (audience.stream.end < TRAFFIC_BYTES) await Promise.race([audience.failed, sleep(20)]);
  audience.hush();
  await audience.complete();
  const grew = (await lowest(running)) - before;
  audience.leave();
  for (const wire of paused) wire.end();
  return { grew, delays: audience.delays.take() };
}

function stopReading(wire: Wire): void {
  wire.pause();
  // Being shown out is what is due to it.
  wire.ended = () => {};
}

/** Memory once the garbage of the talk is gone, as far as it goes: the lowest of a second. */
async function lowest(running: Running): Promise<number> {
  const seen: number[] = [];
  for (let n = 0; n < 10; n += 1) {
    seen.push(running.usage().memory);
    await sleep(100);
  }
  return Math.min(...seen);
}
