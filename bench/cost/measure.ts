// Measures what each thing that people do makes a room's SQLite read and write, through the doors that people use.
import { setTimeout as sleep } from "node:timers/promises";
import type { Counts } from "./counts.ts";
import { measureDelivery } from "./delivery.ts";
import { SLEEPY_S } from "./prices.ts";
import { measurePush } from "./push.ts";
import { TEXT } from "./scenarios.ts";
import type { Measured, Rows } from "./usage.ts";
import { Visitor } from "./visitor.ts";

const ROOM = "measured";
/** Enough messages for a full page, and for the size of one to be seen in a database that grows by pages of 4 KiB. */
const HISTORY = 300;
/** More than the runtime's own patience. */
const ASLEEP_AFTER_MS = (SLEEPY_S + 3) * 1000;
const NAMES = ["Cy", "Di", "Ed", "Flo", "Gus", "Hal", "Ina", "Jo"];

/** Measures on a server that runs `worker/`. Takes most of a minute, for the room has to fall asleep three times. */
export async function measure(server: URL): Promise<Measured> {
  const socket = `ws://${server.host}/r/${ROOM}`;
  const ask = async (what: string) => (await fetch(new URL(`/${what}/${ROOM}`, server))).json();
  const counts = (): Promise<Counts> => ask("counts");
  const size = (): Promise<number> => ask("size");
  const rows = async (): Promise<Rows> => {
    const { rowsWritten, rowsRead } = await counts();
    return { written: rowsWritten, read: rowsRead };
  };
  const rowsOf = async (work: () => Promise<unknown>): Promise<Rows> => {
    const before = await rows();
    await work();
    return minus(await rows(), before);
  };
  const enter = (name: string) => Visitor.enter(socket, name);

  const ann = await enter("Ann");
  const bo = await enter("Bo");
  const tell = (who: Visitor, wish: object) => ann.hears("events", () => who.act(wish));
  const say = (who: Visitor) => tell(who, { kind: "send", body: { text: TEXT } });

  const making = await rowsOf(() => say(ann));
  const newcomer = await rowsOf(() => say(bo));
  const event = (await say(bo)).bytes;
  const others = await Promise.all(NAMES.map(enter));
  for (const other of others) await say(other);

  const before = await size();
  for (let n = 0; n < HISTORY; n += 1) await say(bo);
  const stored = ((await size()) - before) / HISTORY;

  const seq = bo.back.cursor;
  const message = await rowsOf(() => say(bo));
  const reaction = await rowsOf(() => tell(bo, { kind: "react", target: seq, emoji: "👍", on: true }));
  const edit = await rowsOf(() => tell(bo, { kind: "edit", target: seq, body: { text: TEXT } }));
  for (let n = 1; n < 20; n += 1) await tell(bo, { kind: "react", target: seq - n, emoji: "🎉", on: true });
  const heard = { event, read: 0, typing: 0 };
  const read = await rowsOf(async () => {
    heard.read = (await ann.hears("roster", () => bo.tell({ type: "read", seq }))).bytes;
  });
  const typing = await rowsOf(async () => {
    heard.typing = (await ann.hears("typing", () => bo.tell({ type: "typing", on: true }))).bytes;
  });

  // Everybody goes on pinging while the room falls asleep, and sleeps.
  const everybody = [ann, bo, ...others];
  const asleep = async () => {
    let pings = 0;
    for (const until = Date.now() + ASLEEP_AFTER_MS; Date.now() < until; await sleep(1000)) {
      await Promise.all(everybody.map((one) => one.hears("pong", () => one.ping())));
      pings += everybody.length;
    }
    return pings;
  };
  /** Fails where the room did not sleep, or was woken before: then this would measure something else. */
  const waked = async (work: () => Promise<unknown>): Promise<Rows> => {
    const { made } = await counts();
    const used = await rowsOf(work);
    if ((await counts()).made !== made + 1) throw new Error("the room was not asleep");
    return used;
  };

  let pings = 0;
  const pinging = await rowsOf(async () => {
    pings = await asleep();
  });
  const woken = await waked(() => say(bo));
  const forgotten = await rowsOf(() => say(ann));
  await asleep();
  const opening = await waked(async () => everybody.push(await enter("Kim")));
  const { back } = bo;
  await bo.leave();
  everybody.splice(everybody.indexOf(bo), 1);
  await asleep();
  const reconnect = await waked(async () => everybody.push(await Visitor.enter(socket, "Bo", back)));
  await Promise.all(everybody.map((one) => one.leave()));

  const ping = { written: pinging.written / pings, read: pinging.read / pings };
  const waking = minus(woken, message);
  const recall = minus(forgotten, message);
  const delivery = await measureDelivery(server, message);
  const push = await measurePush(server, message);
  const deeds = { making, newcomer, message, reaction, edit, opening, reconnect, read, typing, ping, waking, recall };
  return { ...deeds, delivery, push, heard, stored };
}

function minus(a: Rows, b: Rows): Rows {
  return { written: a.written - b.written, read: a.read - b.read };
}
