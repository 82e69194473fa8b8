// The re-made link, against sockets that the test holds in its hand.
import { expect, test } from "vitest";
import { type ConnectionEvents, createConnection } from "../../src/client/connection.ts";
import type { SocketEvents } from "../../src/client/platform.ts";
import type { Link } from "../../src/client/state.ts";
import { PING_EVERY_MS, PONG_WAIT_MS } from "../../src/protocol/limits.ts";
import { PING, pong } from "../../src/protocol/ping.ts";
import { FULL_WAIT_S } from "../../src/room/abuse.ts";
import { createWorld } from "../support/world.ts";

function start(random = () => 0.5) {
  const sockets: { events: SocketEvents; sent: string[]; closed: boolean }[] = [];
  const world = createWorld((events) => {
    const socket = { events, sent: [] as string[], closed: false };
    sockets.push(socket);
    return {
      send: (text) => socket.sent.push(text),
      close: () => {
        socket.closed = true;
      },
    };
  }, random);
  const links: Link[] = [];
  const frames: Parameters<ConnectionEvents["received"]>[] = [];
  let opened = 0;
  const connection = createConnection(world.platform, "ws://parlor.test/r/lobby", {
    opened: () => opened++,
    received: (...frame) => frames.push(frame),
    changed: (link) => links.push(link),
  });
  connection.connect();
  const newest = () => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error("No socket was opened.");
    return socket;
  };
  return { world, sockets, newest, links, frames, connection, opened: () => opened, link: () => links.at(-1) };
}

const refused = (code: string, more: object = {}) => JSON.stringify({ type: "refused", code, ...more });

test("a link that ends is made again after the wait that it announced", async () => {
  const { world, newest, sockets, link } = start();
  newest().events.opened();
  newest().events.closed();
  expect(link()).toEqual({ is: "waiting", since: world.now(), until: world.now() + 250 });
  await world.pass(249);
  expect(sockets).toHaveLength(1);
  await world.pass(1);
  expect(sockets).toHaveLength(2);
  expect(link()?.is).toBe("connecting");
});

test("waits grow while links die young, and start anew after one that lived", async () => {
  const { world, newest, link } = start();
  const wait = async (lived: number) => {
    newest().events.opened();
    await world.pass(lived);
    newest().events.closed();
    const now = link();
    const ms = now?.is === "waiting" ? now.until - now.since : 0;
    await world.pass(ms);
    return ms;
  };
  expect([await wait(0), await wait(4_000), await wait(4_000), await wait(5_000)]).toEqual([250, 500, 1000, 250]);
});

test("a room that answers pings is left alone, and asked every 25 seconds", async () => {
  const { world, newest, sockets } = start();
  newest().events.opened();
  for (let i = 1; i <= 4; i++) {
    await world.pass(PING_EVERY_MS);
    expect(newest().sent).toEqual(Array(i).fill(PING));
    newest().events.received(pong("", 0));
  }
  expect(sockets).toHaveLength(1);
});

test("a room that says nothing for ten seconds after a ping is left for a new link", async () => {
  const { world, newest, sockets, link } = start();
  newest().events.opened();
  await world.pass(PING_EVERY_MS + PONG_WAIT_MS - 1);
  expect(sockets[0]?.closed).toBe(false);
  await world.pass(1);
  expect(sockets[0]?.closed).toBe(true);
  expect(link()?.is).toBe("waiting");
});

test("any frame is a sign of life, not only a pong", async () => {
  const { world, newest, sockets } = start();
  newest().events.opened();
  await world.pass(PING_EVERY_MS + 5_000);
  newest().events.received('{"type":"of a newer room"}');
  await world.pass(PONG_WAIT_MS);
  expect(sockets[0]?.closed).toBe(false);
});

test("a socket that hangs while opening is given up after ten seconds", async () => {
  const { world, sockets, link } = start();
  await world.pass(PONG_WAIT_MS);
  expect(sockets[0]?.closed).toBe(true);
  expect(link()?.is).toBe("waiting");
});

test("what a socket says after it was given up is not heard", async () => {
  const { world, newest, sockets, frames, links, opened } = start();
  newest().events.opened();
  newest().events.closed();
  await world.pass(250);
  const before = links.length;
  sockets[0]?.events.opened();
  sockets[0]?.events.received(pong("", 3));
  sockets[0]?.events.closed();
  expect([opened(), frames, links.length]).toEqual([1, [], before]);
});

test("being seen again ends the wait at once", async () => {
  const { newest, sockets, connection } = start();
  newest().events.closed();
  connection.nudge();
  expect(sockets).toHaveLength(2);
  connection.nudge();
  expect(sockets).toHaveLength(2);
});

test("being seen again finds a link that died unnoticed within ten seconds", async () => {
  const { world, newest, connection, link } = start();
  newest().events.opened();
  await world.pass(1_000);
  connection.nudge();
  expect(newest().sent).toEqual([PING]);
  await world.pass(6_000);
  connection.nudge();
  await world.pass(4_000);
  expect(link()?.is).toBe("waiting");
});

test("a room that says no for good is believed", async () => {
  for (const [code, remedy] of [
    ["version", "reload"],
    ["abuse", "give_up"],
    ["bad_room", "give_up"],
  ] as const) {
    const { world, newest, sockets, link, connection } = start();
    newest().events.opened();
    newest().events.received(refused(code));
    newest().events.closed();
    expect(link()).toEqual({ is: "refused", code, remedy });
    await world.pass(3_600_000);
    connection.nudge();
    expect([sockets.length, world.due()]).toEqual([1, 0]);
    connection.connect();
    expect(sockets).toHaveLength(2);
    newest().events.closed();
    expect(link()?.is).toBe("waiting");
  }
});

test("any other end is followed by another try", async () => {
  const words = ["slow", "gone_quiet", "internal", "of_a_newer_room"].map((code) => refused(code));
  // About an op, about a question, or not the last word.
  words.push(refused("foreign", { id: "id-0000000000001" }), refused("not_found", { ref: 1 }));
  for (const word of words) {
    const { newest, link } = start();
    newest().events.opened();
    newest().events.received(word);
    newest().events.closed();
    expect(link()?.is).toBe("waiting");
  }
  const { newest, link } = start();
  newest().events.opened();
  newest().events.received(refused("abuse"));
  newest().events.received(pong("", 0));
  newest().events.closed();
  expect(link()?.is).toBe("waiting");
});

test("a door that says how long to stay away is not tried before", () => {
  const { newest, link, world } = start();
  newest().events.opened();
  newest().events.received(refused("too_fast", { retryAfter: 20 }));
  newest().events.closed();
  expect(link()).toEqual({ is: "waiting", since: world.now(), until: world.now() + 20_250, code: "too_fast" });
});

test("a room that is full is tried again when it said, and why it waits is known until then", async () => {
  const { newest, link, links, sockets, world } = start();
  newest().events.opened();
  newest().events.received(refused("full", { retryAfter: FULL_WAIT_S }));
  newest().events.closed();
  expect(link()).toMatchObject({ is: "waiting", code: "full" });
  await world.pass(FULL_WAIT_S * 1000);
  expect(sockets).toHaveLength(1);
  await world.pass(250);
  expect(link()).toEqual({ is: "connecting", since: world.now() });
  newest().events.closed();
  expect(links.at(-1)).not.toHaveProperty("code");
});

test("Disconnect leaves nothing behind, Connect comes back", async () => {
  const { world, newest, sockets, link, connection } = start();
  newest().events.opened();
  connection.disconnect();
  expect([link(), sockets[0]?.closed, world.due()]).toEqual([{ is: "off" }, true, 0]);
  connection.nudge();
  await world.pass(600_000);
  expect(sockets).toHaveLength(1);
  connection.connect();
  connection.connect();
  expect(sockets).toHaveLength(2);
});

test("the bytes of a frame are counted as they travel", () => {
  const { newest, frames } = start();
  newest().events.opened();
  newest().events.received('{"type":"從新版來的"}');
  expect(frames).toEqual([[undefined, 26]]);
});
