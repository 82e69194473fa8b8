// Floods a room, as its own thread: 5,000 messages a second, over a new socket whenever the room shows it out.
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";
import WebSocket from "ws";

/** So many frames each TICK_MS. */
const FRAMES = 50;
const TICK_MS = 10;

/** What the thread is told, and what it tells at its end. */
export interface Flood {
  url: string;
  seconds: number;
}
export interface Flooded {
  /** Messages that were put on a socket, and those that found none: the room keeps whoever floods out. */
  sent: number;
  unsent: number;
  shownOut: number;
}

const { url, seconds }: Flood = workerData;
const Cookie = `__Host-parlor=${randomBytes(32).toString("base64url")}`;
const flooded: Flooded = { sent: 0, unsent: 0, shownOut: 0 };
let socket: WebSocket | undefined;

function knock() {
  const mine = new WebSocket(url, ["parlor.v1"], { headers: { Cookie } });
  socket = mine;
  mine.on("open", () => mine.send('{"type":"hello"}'));
  mine.on("error", () => {});
  mine.on("close", () => {
    flooded.shownOut += 1;
    if (socket === mine) socket = undefined;
  });
}

const end = performance.now() + seconds * 1000;
for (let due = performance.now(); due < end; due += TICK_MS) {
  if (socket === undefined) knock();
  for (let frame = 0; frame < FRAMES; frame += 1) {
    if (socket?.readyState !== WebSocket.OPEN) {
      flooded.unsent += 1;
      continue;
    }
    const op = { id: randomBytes(12).toString("base64url"), kind: "send", body: { text: "buy my watches" } };
    socket.send(JSON.stringify({ type: "ops", ops: [op] }));
    flooded.sent += 1;
  }
  await sleep(Math.max(0, due + TICK_MS - performance.now()));
}
socket?.close();
parentPort?.postMessage(flooded);
