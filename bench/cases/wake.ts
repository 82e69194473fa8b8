// The first message after a quiet while, to 100 sockets: what a room's sleep costs those who come upon it.
import { setTimeout as sleep } from "node:timers/promises";
import { Audience, openMany, quiet } from "../load/audience.ts";
import { percentile } from "../load/samples.ts";
import { type Case, onStage } from "./case.ts";

const SOCKETS = 100;
/** Durable Objects sleep after 10 s. The servers in Node don't, and stand for what that costs. */
const QUIET_MS = 12_000;

export const wake: Case = {
  name: "wake",
  title: "the first message after 12 s of quiet, to 100 sockets",
  shows: ["p50", "p99"],
  run: (server) =>
    onStage(server, async ({ where }) => {
      const wires = await openMany(where("hall"), SOCKETS);
      await quiet(wires);
      const audience = new Audience(wires, server.dialect, 1);
      // Once before the sleep, so that its code has been run.
      audience.say(0, 1);
      await audience.complete();
      await Promise.race([audience.failed, sleep(QUIET_MS)]);
      audience.delays.take();
      audience.say(0, 1);
      await audience.complete();
      const delays = audience.delays.take();
      audience.leave();
      return { p50: percentile(delays, 0.5), p99: percentile(delays, 0.99) };
    }),
};
