// F1: people talk as fast as they are heard while the server is killed again and again. CRASH_SEED=n has the same kills.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { folder, serve, until } from "../support/serve.ts";
import { seeded } from "../support/world.ts";
import { report } from "./report/report.ts";
import { long, size } from "./size.ts";
import { isQuiet, judge, newTalk, talks } from "./talkers.ts";

const KILLS = size(4, 100);
const ACKED = size(500, 50_000);
const SEED = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);
const PEOPLE = ["ann", "bo", "cy"];
/** Everybody has what anybody had before the kill, so long after the server is back. Time is judged where it is a machine's own. */
const EQUAL_MS = 3_000;
const env = { PARLOR_LIMITS: "off" };

test(
  "the server is killed in mid-talk, all of it or workerd alone: nothing acked is lost, nothing doubled or out of order",
  async () => {
    console.info(`CRASH_SEED=${SEED}`);
    const random = seeded(SEED);
    const dir = folder();
    let parlor = await serve(dir, { env });
    const talk = newTalk(parlor.url, "lobby");
    for (const who of PEOPLE) talks(talk, who, { inFlight: 8 });
    const everybody = (so: (cursor: number, link: string) => boolean) =>
      until(() => talk.talkers.every(({ room: { state } }) => so(state.cursor, state.link.is)));

    const cut = async (whole: boolean) => {
      if (whole) {
        await parlor.kill9All();
        parlor = await serve(dir, { port: parlor.port, env });
      } else {
        await parlor.kill9Workerd();
      }
      await until(async () => (await fetch(parlor.url).catch(() => undefined))?.ok === true);
      // As a browser does when the network is back.
      for (const { room } of talk.talkers) room.nudge();
    };
    let slowest = 0;
    let again = 0;
    for (let kill = 1; kill <= KILLS; kill++) {
      const goal = Math.max(...talk.talkers.map(({ room }) => room.state.cursor)) + ACKED / KILLS;
      await everybody((cursor, link) => link === "open" && cursor > goal);
      await sleep(random() * 300);
      await cut(kill % 4 !== 0);
      // Now and then once more, while they come back and resend what nobody answered.
      if (kill % 5 === 2) {
        await sleep(random() * 100);
        await cut(random() < 0.5);
        again += 1;
      }
      const back = Date.now();
      const most = Math.max(...talk.talkers.map(({ room }) => room.state.cursor));
      await everybody((cursor, link) => link === "open" && cursor >= most);
      slowest = Math.max(slowest, Date.now() - back);
    }

    for (const { hush } of talk.talkers) hush();
    const hushed = Date.now();
    await until(() => isQuiet(talk));
    const equal = Date.now() - hushed;
    const verdict = await judge(talk);
    const { faults, ...ops } = verdict;
    const more = `seed ${SEED}; level again within ${slowest} ms, equal ${equal} ms after the last word`;
    report({
      proof: "F1",
      did: `${KILLS} kills of the server, and ${again} more while people came back`,
      ops,
      faults: faults.length,
      more,
    });
    expect(faults).toEqual([]);
    expect(ops.acked).toBeGreaterThanOrEqual(ACKED);
    if (long) expect(Math.max(slowest, equal)).toBeLessThanOrEqual(EQUAL_MS);
    expect(await parlor.stop()).toEqual({ code: 0, left: [] });
  },
  60_000 + KILLS * 20_000,
);
