// A talk at its own pace: 50 messages a second to 200 sockets, however fast the server is.
import { setTimeout as sleep } from "node:timers/promises";
import { Audience, openMany, quiet } from "../load/audience.ts";
import { type Case, onStage, watch } from "./case.ts";

const SOCKETS = 200;
const SENDERS = 10;
const PER_SECOND = 50;
const WARM_UP_MS = 1000;
const SECONDS = 6;

export const steady: Case = {
  name: "steady",
  title: "50 messages a second to 200 sockets",
  shows: ["p50", "p99", "cpuPerDelivery", "bytesPerDelivery"],
  run: (server) =>
    onStage(server, async ({ running, where }) => {
      const wires = await openMany(where("hall"), SOCKETS);
      await quiet(wires);
      const audience = new Audience(wires, server.dialect, SENDERS);
      const over = new AbortController();
      const told = tell(audience, over.signal);
      await Promise.race([audience.failed, sleep(WARM_UP_MS)]);
      const figures = await watch(running, [audience], SECONDS);
      over.abort();
      await told;
      await audience.complete();
      audience.leave();
      return figures;
    }),
};

/** One after the other says something, each at its time: who is late does not make the next one later. */
async function tell(audience: Audience, stop: AbortSignal): Promise<void> {
  const began = performance.now();
  for (let n = 0; !stop.aborted; n += 1) {
    const early = began + (n * 1000) / PER_SECOND - performance.now();
    if (early > 0) await sleep(early);
    audience.say(n % SENDERS, 1);
  }
}
