// What a case of the bench is, and how a server is set up for it and taken down again.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Audience, Where } from "../load/audience.ts";
import { percentile } from "../load/samples.ts";
import type { Figures } from "../report/results.ts";
import { type Running, type Server, start } from "../servers.ts";

export interface Case {
  name: string;
  title: string;
  /** The figures that it measures. */
  shows: (keyof Figures)[];
  run(server: Server): Promise<Figures>;
}

/** A server that runs, in a folder of its own, until the work is done. */
export interface Stage {
  running: Running;
  dir: string;
  where(room: string): Where;
}

export async function onStage<T>(server: Server, work: (stage: Stage) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), "parlor-bench-"));
  const running = await start(server, dir);
  try {
    return await work({ running, dir, where: (room) => ({ ...running, room, dialect: server.dialect }) });
  } finally {
    await running.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** What happens in these audiences in so many seconds of a talk that is going on. */
export async function watch(running: Running, audiences: readonly Audience[], seconds: number): Promise<Figures> {
  const failed = Promise.race(audiences.map((audience) => audience.failed));
  const total = (of: (audience: Audience) => number) => audiences.reduce((sum, audience) => sum + of(audience), 0);
  const deliveries = () => total((audience) => audience.deliveries);
  const bytes = () => total((audience) => audience.bytes);

  for (const audience of audiences) audience.delays.take();
  const before = { at: performance.now(), deliveries: deliveries(), bytes: bytes(), cpu: running.usage().cpu };
  const load = process.cpuUsage();
  await Promise.race([failed, sleep(seconds * 1000)]);
  const took = (performance.now() - before.at) / 1000;
  const { user, system } = process.cpuUsage(load);
  const delivered = deliveries() - before.deliveries;
  const delays = joined(audiences.map((audience) => audience.delays.take()));
  return {
    deliveriesPerSecond: delivered / took,
    p50: percentile(delays, 0.5),
    p99: percentile(delays, 0.99),
    cpuPerDelivery: ((running.usage().cpu - before.cpu) / delivered) * 1e6,
    bytesPerDelivery: (bytes() - before.bytes) / delivered,
    load: (user + system) / 1e6 / took,
  };
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
