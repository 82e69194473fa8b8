// People talk as fast as they hear each other: every sender has four messages in flight, in one room or in many.
import { setTimeout as sleep } from "node:timers/promises";
import { Audience, openMany, quiet } from "../load/audience.ts";
import { type Case, onStage, watch } from "./case.ts";

const IN_FLIGHT = 4;
const WARM_UP_MS = 1000;
const SECONDS = 3;

interface Crowd {
  rooms: number;
  /** Sockets and senders of each room. */
  sockets: number;
  senders: number;
}

function talk(name: string, title: string, { rooms, sockets, senders }: Crowd): Case {
  return {
    name,
    title,
    shows: ["deliveriesPerSecond", "p50", "p99", "cpuPerDelivery", "bytesPerDelivery", "memoryPerSocket"],
    run: (server) =>
      onStage(server, async ({ running, where }) => {
        const empty = running.usage().memory;
        const wires = [];
        for (let room = 0; room < rooms; room += 1) wires.push(await openMany(where(`hall-${room}`), sockets));
        await quiet(wires.flat());
        const memoryPerSocket = (running.usage().memory - empty) / 1024 / rooms / sockets;
        const ring = rooms === 1 ? 64 << 20 : 1 << 20;
        const audiences = wires.map((each) => new Audience(each, server.dialect, senders, { ring }));
        for (const audience of audiences) audience.talk(IN_FLIGHT);
        await Promise.race([...audiences.map((audience) => audience.failed), sleep(WARM_UP_MS)]);
        const figures = await watch(running, audiences, SECONDS);
        for (const audience of audiences) audience.hush();
        for (const audience of audiences) await audience.complete();
        for (const audience of audiences) audience.leave();
        return { ...figures, memoryPerSocket };
      }),
  };
}

export const talks: readonly Case[] = [
  talk("hall-200", "200 sockets, 10 of them talk", { rooms: 1, sockets: 200, senders: 10 }),
  talk("hall-1000", "1,000 sockets, 50 of them talk", { rooms: 1, sockets: 1000, senders: 50 }),
  talk("room-20", "20 sockets, all of them talk", { rooms: 1, sockets: 20, senders: 20 }),
  talk("rooms", "200 rooms of 5 sockets, one of each talks", { rooms: 200, sockets: 5, senders: 1 }),
];
