// A1 to A9 for people who have no socket: their talk goes over HTTP, while the network breaks and the server is killed.
// FALLBACK_SEED=n has the same accidents. The model (F4) has no wire of its own for them: a session is to the room what a
// socket is, and the model's wires lose, double, hold and end frames as a POST or a poll can. What is otherwise, the frames
// that wait between two polls and the one POST at a time, is cut at any byte by cut.test.ts, and here.
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { cableTo } from "../support/cable.ts";
import { folder, serve, until } from "../support/serve.ts";
import { seeded } from "../support/world.ts";
import { report } from "./report/report.ts";
import { size } from "./size.ts";
import { judge, newTalk, talks } from "./talkers.ts";

const ACCIDENTS = size(6, 100);
const SEED = Number(process.env.FALLBACK_SEED ?? Date.now() % 1_000_000);
const env = { PARLOR_LIMITS: "off" };

test("ann and bo talk over HTTP with cy, who has a socket; her network breaks, the server is killed: nothing acked is lost, nothing doubled", {
  timeout: 60_000 + ACCIDENTS * 10_000,
}, async () => {
  console.info(`FALLBACK_SEED=${SEED}`);
  const random = seeded(SEED);
  const dir = folder();
  let parlor = await serve(dir, { env });
  const cable = await cableTo(parlor.port);
  const both = (["stream", "poll"] as const).map((over) => {
    const talk = newTalk(parlor.url, over);
    talks(talk, "ann", { inFlight: 3, over, url: `http://127.0.0.1:${cable.port}` });
    talks(talk, "bo", { inFlight: 3, over });
    talks(talk, "cy", { inFlight: 3 });
    return { over, talk };
  });
  const rooms = both.flatMap(({ talk }) => talk.talkers.map(({ room }) => room));
  // As a browser does when the network is back, or its page is seen again: the wait grows with each accident.
  const seen = setInterval(() => {
    for (const room of rooms) if (room.state.link.is === "waiting") room.nudge();
  }, 500);
  for (let accident = 1; accident <= ACCIDENTS; accident++) {
    const goals = rooms.map(({ state }) => state.cursor + 20);
    await until(() =>
      rooms.every(({ state }, index) => state.link.is === "open" && state.cursor > (goals[index] ?? 0)),
    );
    await sleep(random() * 300);
    if (accident % 3 > 0) {
      await cable.cut();
      await cable.mend();
    } else {
      await parlor.kill9All();
      parlor = await serve(dir, { port: parlor.port, env });
    }
  }
  for (const { over, talk } of both) {
    const { faults, ...ops } = await judge(talk);
    const did = `${ACCIDENTS} accidents to a talk by ${over === "poll" ? "long polling" : "server-sent events"}`;
    report({ proof: "HTTP", did, ops, faults: faults.length, more: `seed ${SEED}` });
    expect(faults).toEqual([]);
  }
  clearInterval(seen);
  await cable.end();
  expect(await parlor.stop()).toEqual({ code: 0, left: [] });
});
