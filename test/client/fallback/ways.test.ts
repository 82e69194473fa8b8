import { beforeEach, describe, expect, it } from "vitest";
import { type Connection, createConnection } from "../../../src/client/connection.ts";
import { chooseWay, readWay, type Way } from "../../../src/client/fallback/ways.ts";
import type { SocketEvents } from "../../../src/client/platform.ts";
import type { Link } from "../../../src/client/state.ts";
import { createWorld, type World } from "../../support/world.ts";

const PONG = '{"type":"pong","epoch":"","head":0}';

/** What the network does with a WebSocket … */
let sockets: "works" | "is refused" | "hangs" | "is silent" | "is cut" | "is full";
/** … and with an answer over HTTP that has no end, or has one. */
let streams: "work" | "are kept" | "are refused";
let polls: "work" | "are refused";
let online: boolean;

let world: World;
let opened: number;
let ways: Way[];
/** Those over which something was heard. */
let heard: Way[];
let links: Link["is"][];

beforeEach(() => {
  [sockets, streams, polls, online] = ["works", "work", "work", true];
  [opened, ways, heard, links] = [0, [], [], []];
  world = createWorld(openSocket);
});

function openSocket(events: SocketEvents) {
  opened += 1;
  const { after } = world.platform;
  let over = false;
  const close = () => {
    if (!over) events.closed();
    over = true;
  };
  const socket = {
    send: (_: string) => {},
    close() {
      over = true;
    },
  };
  if (sockets === "hangs") return socket;
  if (sockets === "is refused") {
    after(10, close);
    return socket;
  }
  after(10, () => over || events.opened());
  if (sockets === "is cut") after(1_000, close);
  if (sockets === "is full") {
    after(20, () => events.received('{"type":"refused","code":"full","retryAfter":1}'));
    after(30, close);
  }
  if (sockets === "works" || sockets === "is cut")
    socket.send = () => void after(10, () => over || events.received(PONG));
  return socket;
}

const HEADERS = { "Content-Type": "text/event-stream; charset=utf-8" };

/** The room over HTTP: it answers whatever it is told. */
async function fetch(url: string, { method = "GET", signal }: RequestInit): Promise<Response> {
  const kept = () =>
    new Promise<never>((_, reject) => signal?.addEventListener("abort", () => reject(new Error("aborted"))));
  if (url.endsWith("/sessions") && method === "POST") {
    if (streams === "are kept") return kept();
    if (streams === "are refused") throw new Error("no way");
    return new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(`event: session\ndata: hers\n\ndata: ${PONG}\n\n`));
          signal?.addEventListener("abort", () => controller.error(new Error("aborted")));
        },
      }),
      { headers: HEADERS },
    );
  }
  if (polls === "are refused") throw new Error("no way");
  if (url.endsWith("?poll"))
    return new Response(`event: session\ndata: hers\n\ndata: ${PONG}\n\n`, { headers: HEADERS });
  return method === "GET" ? kept() : new Response(null, { status: 204 });
}

/** Ann's connection, which says something as soon as it is open. */
function ann(options: { first?: Way; forced?: boolean } = {}): Connection {
  const { openSocket } = chooseWay({
    platform: world.platform,
    fetch,
    ...options,
    online: () => online,
    changed: (way) => ways.push(way),
    heard: (way) => heard.push(way),
  });
  const connection = createConnection({ ...world.platform, openSocket }, "ws://here/r/x", {
    opened: () => connection.send({ type: "hello" }),
    received: () => {},
    changed: ({ is }) => links.push(is),
  });
  connection.connect();
  return connection;
}

const now = () => ways.at(-1);

describe("the way that Ann's frames go", () => {
  it("is WebSocket, as long as that works", async () => {
    ann();
    await world.pass(600_000);
    expect([ways, opened]).toEqual([["websocket"], 1]);
  });

  it("is server-sent events after WebSocket failed twice", async () => {
    sockets = "is refused";
    ann();
    await world.pass(3_000);
    expect(ways).toEqual(["websocket", "websocket", "stream"]);
  });

  it.each([
    ["hangs", 10_500],
    ["is silent", 8_600],
  ] as const)("is server-sent events after a WebSocket that %s", async (what, ms) => {
    sockets = what;
    ann();
    await world.pass(ms);
    expect(ways).toEqual(["websocket", "stream"]);
  });

  it("is server-sent events where WebSockets are cut as soon as they are open", async () => {
    sockets = "is cut";
    ann();
    await world.pass(5_000);
    expect(now()).toBe("stream");
  });

  it.each(["are kept", "are refused"] as const)("is polls where streams %s too", async (what) => {
    sockets = "is refused";
    streams = what;
    ann();
    await world.pass(15_000);
    expect([now(), heard]).toEqual(["poll", ["poll"]]);
  });

  it("is a stream again where only the first of them failed", async () => {
    [sockets, streams] = ["is refused", "are refused"];
    ann();
    while (now() !== "stream") await world.pass(10);
    streams = "work";
    await world.pass(15_000);
    expect([ways, heard]).toEqual([["websocket", "websocket", "stream", "stream"], ["stream"]]);
  });

  it("is each in its turn where nothing comes through, until something does", async () => {
    [sockets, streams, polls] = ["is refused", "are refused", "are refused"];
    ann();
    await world.pass(120_000);
    expect(ways.slice(0, 8).join()).toBe("websocket,websocket,stream,stream,poll,websocket,websocket,stream");
    polls = "work";
    await world.pass(300_000);
    expect(now()).toBe("poll");
  });

  it("is WebSocket again when that works, over the one that showed it", async () => {
    sockets = "is refused";
    ann();
    await world.pass(3_000);
    // It was tried again soon, in vain.
    await world.pass(2_000);
    expect([now(), opened]).toEqual(["stream", 3]);
    sockets = "works";
    await world.pass(31_000);
    expect([now(), opened]).toEqual(["websocket", 4]);
    await world.pass(600_000);
    expect([now(), opened]).toEqual(["websocket", 4]);
  });

  it("is tried for WebSocket less and less often", async () => {
    sockets = "is refused";
    ann();
    await world.pass(3_000);
    const before = opened;
    await world.pass(3_600_000);
    expect(opened - before).toBeLessThan(12);
    expect(now()).toBe("stream");
  });

  it("is not blamed where there is no network, nor for what the room says", async () => {
    [sockets, online] = ["is refused", false];
    ann();
    await world.pass(60_000);
    [sockets, online] = ["is full", true];
    await world.pass(60_000);
    expect(new Set(ways)).toEqual(new Set(["websocket"]));
  });

  it("is the one that was best before, and the one that was asked for whatever happens", async () => {
    ann({ first: "poll" });
    await world.pass(1_000);
    expect(ways).toEqual(["poll"]);
    await world.pass(5_000);
    expect(now()).toBe("websocket");

    ways = [];
    streams = "are refused";
    ann({ first: "stream", forced: true });
    await world.pass(120_000);
    expect(new Set(ways)).toEqual(new Set(["stream"]));
  });

  it("leaves nothing behind when she disconnects", async () => {
    sockets = "is refused";
    const connection = ann();
    await world.pass(3_000);
    connection.disconnect();
    const before = opened;
    sockets = "works";
    await world.pass(600_000);
    expect(links.at(-1)).toBe("off");
    expect([now(), opened]).toEqual(["stream", before]);
    expect(world.due()).toBe(0);
  });
});

it.each([
  ["websocket", "websocket"],
  ["stream", "stream"],
  ["sse", "stream"],
  ["poll", "poll"],
  ["pigeon", undefined],
  ["", undefined],
  [null, undefined],
])("the way called %j is %s", (name, way) => {
  expect(readWay(name)).toBe(way);
});
