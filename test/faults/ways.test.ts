// A1 to A9 for people whose proxy spoils WebSocket for a while, in mid-talk: they go over to HTTP, and back, and miss nothing.
// WAYS_SEED=n has the same accidents.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Way } from "../../src/client/fallback/ways.ts";
import { openServer } from "../support/house.ts";
import { proxyTo, type Spoils } from "../support/proxy.ts";
import { until } from "../support/serve.ts";
import { seeded } from "../support/world.ts";
import { report } from "./report/report.ts";
import { size } from "./size.ts";
import { judge, newTalk, talks } from "./talkers.ts";

const SEED = Number(process.env.WAYS_SEED ?? Date.now() % 1_000_000);
/** What the proxy does for a while, and which way is left; then it does nothing again. Who keeps answers back takes its time to be found out. */
const spells: [Spoils, Way][] = size(
  [["blocks", "stream"]],
  [
    ["blocks", "stream"],
    ["strips", "stream"],
    ["buffers", "poll"],
  ],
);
const ROUNDS = size(1, 5);
/** A link that lived so long came through: whoever lost it trusts its way again. */
const TRUSTED_MS = size(0, 11_000);
const PATIENCE_MS = 60_000;

const server = openServer({ PARLOR_LIMITS: "off" });

test(`ann and bo talk on while their proxy spoils WebSocket, ${ROUNDS * spells.length} times: they go another way and come back to it`, {
  timeout: 60_000 + 2 * ROUNDS * spells.length * PATIENCE_MS,
}, async () => {
  console.info(`WAYS_SEED=${SEED}`);
  const random = seeded(SEED);
  const { url, port } = server();
  const proxy = await proxyTo(port, "nothing");
  const through = `http://127.0.0.1:${proxy.port}`;
  const talk = newTalk(url, "ways");
  const ways = new Map<string, Way>();
  const behind = ["ann", "bo"];
  for (const who of behind) {
    talks(talk, who, { inFlight: 3, over: "any", url: through, goes: (way) => ways.set(who, way) });
  }
  talks(talk, "cy", { inFlight: 1 });
  const all = talk.talkers.map(({ room }) => room);
  // Each of them hears more, over the way that is left.
  const goOn = async (way: Way) => {
    const there = () =>
      behind.every((who) => ways.get(who) === way) && all.every(({ state }) => state.link.is === "open");
    await until(there, PATIENCE_MS);
    const goals = all.map(({ state }) => state.cursor + 20);
    await until(() => there() && all.every(({ state }, n) => state.cursor > (goals[n] ?? 0)), PATIENCE_MS);
  };
  // As a page does that is seen again.
  const seen = setInterval(() => {
    for (const room of all) if (room.state.link.is === "waiting") room.nudge();
  }, 500);

  await goOn("websocket");
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [spoils, left] of spells) {
      await sleep(TRUSTED_MS + random() * 300);
      proxy.spoil(spoils);
      proxy.cut();
      await goOn(left);
      // Whatever they go over to breaks as well, in mid-word.
      await sleep(random() * 300);
      proxy.cut();
      await until(() => all.every(({ state }) => state.link.is === "open"), PATIENCE_MS);
      proxy.spoil("nothing");
      await goOn("websocket");
    }
  }
  clearInterval(seen);
  const { faults, ...ops } = await judge(talk);
  const did = `people whose proxy spoils WebSocket in mid-talk, ${ROUNDS * spells.length} times`;
  report({ proof: "HTTP", did, ops, faults: faults.length, more: `seed ${SEED}` });
  expect(faults).toEqual([]);
  await proxy.end();
});
