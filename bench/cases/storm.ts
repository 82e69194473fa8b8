// A thousand people at the door at once: for the first time, or because the server was killed under them.
import { setTimeout as sleep } from "node:timers/promises";
import { Audience, type Back, openMany, quiet } from "../load/audience.ts";
import { type Frame, TEXT } from "../load/frames.ts";
import { percentile } from "../load/samples.ts";
import { Fault } from "../load/stream.ts";
import type { Figures } from "../report/results.ts";
import { type Running, start } from "../servers.ts";
import { type Case, onStage, type Stage } from "./case.ts";

const PEOPLE = 1000;
/** What was said before they come: a page. */
const BEFORE = 50;
const MISSED = 100;
const PATIENCE_MS = 30_000;

const shows: (keyof Figures)[] = ["seconds", "p50", "p99", "cpuPerDelivery", "bytesPerDelivery", "memoryPerSocket"];

export const join: Case = {
  name: "join",
  title: "1,000 people join at once (a delivery is one person who is in)",
  shows,
  run: (server) =>
    onStage(server, async (stage) => {
      await speak(stage, BEFORE);
      const empty = stage.running.usage();
      const { wires, figures } = await storm(stage.running, stage.where("hall"), []);
      await quiet(wires);
      const memoryPerSocket = (stage.running.usage().memory - empty.memory) / 1024 / PEOPLE;
      const audience = new Audience(wires, server.dialect, 1);
      audience.say(0, 1);
      await audience.complete();
      audience.leave();
      return { ...figures, memoryPerSocket };
    }),
};

export const resume: Case = {
  name: "resume",
  title: "1,000 people come back after kill -9, having missed 100 messages (a delivery is one who has them)",
  shows: ["seconds", "p50", "p99", "cpuPerDelivery", "bytesPerDelivery", "recovered"],
  run: (server) =>
    onStage(server, async (stage) => {
      await speak(stage, BEFORE);
      const gone = await openMany(stage.where("hall"), PEOPLE);
      const back = gone.map(({ cookie, place }): Back => ({ cookie, stood: place }));
      for (const wire of gone) wire.end();
      await speak(stage, MISSED);
      const { running, dir } = stage;
      await running.kill();
      Object.assign(running, await start(server, dir, running.port));
      const { figures, recovered } = await storm(running, stage.where("hall"), back, server.resumes ? MISSED : 0);
      return { ...figures, recovered: recovered / PEOPLE / MISSED };
    }),
};

/** One person says so many things, and hears them all. */
async function speak({ where }: Stage, count: number): Promise<void> {
  const wires = await openMany(where("hall"), 1);
  await quiet(wires);
  const audience = new Audience(wires, where("hall").dialect, 1);
  audience.say(0, count);
  await audience.complete();
  audience.leave();
}

type Hall = ReturnType<Stage["where"]>;

/** Everybody comes at once. They are in when they are welcomed, and have the messages that are due to them. */
async function storm(running: Running, where: Hall, back: readonly Back[], due = 0) {
  const began = performance.now();
  const { cpu } = running.usage();
  const arrived = new Float32Array(PEOPLE);
  const got = new Array<number>(PEOPLE).fill(0);
  const everybody = Promise.withResolvers<void>();
  let short = PEOPLE;
  const people = Array.from({ length: PEOPLE }, (_, index): Back => {
    const heard = (frame: Frame) => {
      if (due === 0 || frame.opcode !== TEXT) return;
      const before = got[index] ?? 0;
      got[index] = before + eventsIn(frame, (back[index]?.stood?.cursor ?? 0) + before);
      if (before < due && got[index] >= due) isIn(index);
    };
    return { ...back[index], heard };
  });
  function isIn(index: number): void {
    arrived[index] = performance.now() - began;
    short -= 1;
    if (short === 0) everybody.resolve();
  }
  const opened = people.map(async (who, index) => {
    const [wire] = await openMany(where, 1, 1, [who]);
    if (due === 0) isIn(index);
    return wire === undefined ? [] : [wire];
  });
  const wires = (await Promise.all(opened)).flat();
  const late = sleep(PATIENCE_MS).then(() =>
    Promise.reject(new Fault(`${short} of ${PEOPLE} never got what was due to them`)),
  );
  await Promise.race([everybody.promise, late]);
  const took = performance.now() - began;
  const bytes = wires.reduce((sum, wire) => sum + wire.received, 0);
  const figures: Figures = {
    seconds: took / 1000,
    p50: percentile(arrived, 0.5),
    p99: percentile(arrived, 0.99),
    cpuPerDelivery: ((running.usage().cpu - cpu) / PEOPLE) * 1e6,
    bytesPerDelivery: bytes / PEOPLE,
  };
  return { wires, figures, recovered: got.reduce((sum, each) => sum + each, 0) };
}

/** How many events are in this frame. They must go on where the last one ended. */
function eventsIn(frame: Frame, cursor: number): number {
  const { type, events = [] } = JSON.parse(frame.payload.toString());
  if (type !== "events") return 0;
  for (const [index, { seq }] of events.entries()) {
    if (seq !== cursor + index + 1) throw new Fault(`event ${seq} came where ${cursor + index + 1} was due`);
  }
  return events.length;
}
