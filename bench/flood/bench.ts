// `npm run bench -- flood`: what somebody who floods a room stores there, and how long the others wait meanwhile.
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { ours } from "../../src/room/abuse.ts";
import { joins } from "../../test/support/people.ts";
import { serve } from "../../test/support/serve.ts";
import { percentile } from "../load/samples.ts";
import { machine, version } from "../machine.ts";
import type { Flood, Flooded } from "./flooder.ts";

type Person = ReturnType<typeof joins>;

const SECONDS = 10;
/** So many talk, each so often, well within what they may. */
const TALKERS = 10;
const EVERY_MS = 300;

/** Measures, with the limits as they are, and prints. */
export async function benchFlood(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), "parlor-flood-"));
  const server = await serve(dir);
  try {
    const talkers = Array.from({ length: TALKERS }, (_, n) => joins(server.url, "flood", `Bo ${n}`));
    const cleo = joins(server.url, "flood", "Cleo");
    await delays(talkers, cleo, 3);
    const calm = await delays(talkers, cleo, SECONDS);
    const url = `${server.url.replace("http", "ws")}/r/flood`;
    const workerData: Flood = { url, seconds: SECONDS };
    const flooder = new Worker(new URL("./flooder.ts", import.meta.url), { workerData });
    const [beside, [told]] = await Promise.all([delays(talkers, cleo, SECONDS), once(flooder, "message")]);
    const { sent, unsent, shownOut }: Flooded = told;
    const stored = cleo.state.messages.filter(({ body }) => body?.text === "buy my watches").length;
    const { burst, perSecond } = ours.shared.messages.member;
    console.log(`${JSON.stringify(machine())}, node ${version("node")}, workerd ${version("workerd")}`);
    console.log(
      `in ${SECONDS} s: ${sent} messages sent, ${unsent} that found the door shut, shown out ${shownOut} times`,
    );
    console.log(`stored: ${stored}, of ${burst + SECONDS * perSecond} allowed`);
    console.log(`from others to Cleo, calm: ${line(calm)}\nbeside the flood:          ${line(beside)}`);
    for (const each of [...talkers, cleo]) each.leave();
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** How long each of their messages takes to Cleo, in ms. */
async function delays(talkers: readonly Person[], cleo: Person, seconds: number): Promise<Float32Array> {
  const sent = new Map<string, number>();
  const took: number[] = [];
  const stop = cleo.subscribe(() => {
    for (const { body } of cleo.state.messages.slice(-20)) {
      const at = body === null ? undefined : sent.get(body.text);
      if (at === undefined || body === null) continue;
      took.push(performance.now() - at);
      sent.delete(body.text);
    }
  });
  const end = performance.now() + seconds * 1000;
  for (let n = 0; performance.now() < end; n += 1) {
    const text = `${n} of ${end}`;
    sent.set(text, performance.now());
    talkers[n % TALKERS]?.send(text);
    await sleep(EVERY_MS / TALKERS);
  }
  while (sent.size > 0) await sleep(10);
  stop();
  return Float32Array.from(took);
}

function line(values: Float32Array): string {
  const ms = (share: number) => `${percentile(values, share).toFixed(1)} ms`;
  return `p50 ${ms(0.5)}, p99 ${ms(0.99)}, most ${ms(1)} of ${values.length} messages`;
}
