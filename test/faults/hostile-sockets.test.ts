// B2: somebody who sends anything at all over real sockets: odd frames, giant ones, bombs, and bytes that are no frames.
// HOSTILE_SEED=n has the same bytes again.
import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import WebSocket from "ws";
import { parseDown } from "../../src/protocol/down.ts";
import { PARLOR } from "../../src/protocol/version.ts";
import { INTERNALS } from "./bystanders.ts";
import { below, openTarget, pick, random, SEED } from "./mischief.ts";
import { report } from "./report/report.ts";
import { size } from "./size.ts";

const FRAMES = size(2_000, 20_000);
const STREAMS = size(250, 5_000);
const AT_ONCE = 25;
const MIB = 1024 * 1024;

const { server, unharmed } = openTarget();

const bytes = (length: number) => Buffer.from(Array.from({ length }, () => below(256)));
const scalar = () =>
  pick<unknown>([0, -1, 1e308, 2 ** 53, null, true, "", "x", "\u0000", "字", [], {}, "'; DROP TABLE events; --"]);
const usual: object[] = [
  { type: "hello", name: "Eve" },
  { type: "hello", epoch: "aaaaaaaaaaaaaaaaaaaaa", cursor: 1, last: "bbbbbbbbbbbbbbbbbbbbb" },
  { type: "ops", ops: [{ id: "ccccccccccccccccccccc", kind: "edit", target: 1, body: { text: "%_" } }] },
  { type: "ops", ops: [{ id: "ddddddddddddddddddddd", kind: "ban", who: "x", seconds: null }] },
  { type: "got", seq: 1 },
  { type: "read", seq: 1 },
  { type: "typing", on: true },
  { type: "ask", ref: 1, history: { before: 5, limit: 2 } },
  { type: "search", ref: 1, search: { words: "%' OR 1=1" } },
  { type: "ping" },
];

/** A frame that was right, with a value or a name in it that is not. */
function oddFrame(): string | Buffer {
  if (random() < 0.15) return bytes(below(200));
  if (random() < 0.1) return bytes(below(100)).toString("latin1");
  const text = JSON.stringify(pick(usual));
  const way = below(5);
  if (way === 0) return text.slice(0, below(text.length));
  if (way === 1) return replaceOne(text, /:("[^"]*"|\d+|true)/g, () => `:${JSON.stringify(scalar())}`);
  if (way === 2) return replaceOne(text, /"(\w+)":/g, () => `"${pick(["__proto__", "constructor", "kind", "x"])}":`);
  if (way === 3) return text.replace(/}$/, () => `,"more":${"[".repeat(below(40))}1${"]".repeat(below(40))}}`);
  return text;
}

/** Puts something in the place of one match, whichever. */
function replaceOne(text: string, what: RegExp, by: () => string): string {
  const { index, 0: match } = pick([...text.matchAll(what)]);
  return text.slice(0, index) + by() + text.slice(index + match.length);
}

async function open(protocols: string[] = [PARLOR], options: WebSocket.ClientOptions = {}) {
  const socket = new WebSocket(`${server().url.replace("http", "ws")}/r/lobby`, protocols, options);
  const heard: string[] = [];
  socket.on("message", (data: Buffer) => heard.push(data.toString()));
  socket.on("error", () => {});
  await once(socket, "open");
  return { socket, heard };
}

describe("somebody who sends", () => {
  it("odd frames is answered by what PROTOCOL.md says, and nobody else notices", async () => {
    let sent = 0;
    const answered = new Set<string>();
    while (sent < FRAMES) {
      const { socket, heard } = await open(random() < 0.2 ? [] : [PARLOR]);
      if (random() < 0.5) socket.send(JSON.stringify({ type: "hello", name: "Eve" }));
      for (let n = 0; n < 100 && socket.readyState === WebSocket.OPEN; n++, sent++) socket.send(oddFrame());
      await sleep(5);
      socket.close();
      await once(socket, "close");
      for (const frame of heard) {
        expect(frame).not.toMatch(INTERNALS);
        if (socket.protocol === PARLOR) expect(parseDown(frame), frame).toBeDefined();
        const down = parseDown(frame);
        if (down?.type === "refused") answered.add(down.code);
      }
    }
    expect([...answered]).toEqual(expect.arrayContaining(["not_json", "bad_frame", "binary", "hello_first", "bad_op"]));
    expect([...answered]).not.toContain("internal");
    await unharmed();
    report({ proof: "B2", did: `${sent} odd frames, text and binary`, faults: 0, more: `seed ${SEED}` });
  });

  // More than 32 MiB, and the runtime hangs up by itself, after 10 s (2026-11).
  const giants = size([32 * MIB - 64], [32 * MIB - 64, 33 * MIB]);
  const sizes = [0, 1, 125, 126, 65_535, 65_536, 65_537, MIB, 8 * MIB, ...giants];
  it.each(sizes)("%i bytes in one frame is refused where that is too many", async (length) => {
    for (const data of [Buffer.alloc(length, "a").toString(), Buffer.alloc(length, 1)]) {
      const { socket, heard } = await open([PARLOR], { perMessageDeflate: false });
      socket.send(data);
      const over = once(socket, "close");
      if (length < 32 * MIB) {
        await expect.poll(() => heard.length, { timeout: 20_000 }).toBeGreaterThan(0);
        const code = typeof data !== "string" ? "binary" : length > 65_536 ? "too_long" : "not_json";
        expect(parseDown(heard[0])).toEqual({ type: "refused", code });
        socket.terminate();
      }
      await over;
    }
    await unharmed();
  });

  it("bombs, which are small on the wire and 16 MiB when unpacked, is refused each", async () => {
    const bomb = JSON.stringify({ type: "typing", on: "a".repeat(16 * MIB) });
    const { socket, heard } = await open([PARLOR], { perMessageDeflate: { threshold: 0 } });
    for (let n = 0; n < 5; n++) socket.send(bomb, { compress: true });
    await expect.poll(() => heard.length, { timeout: 30_000 }).toBe(5);
    for (const frame of heard) expect(parseDown(frame)).toEqual({ type: "refused", code: "too_long" });
    socket.terminate();
    await unharmed();
  });

  it("what is 10,000 deep is refused", async () => {
    const { socket, heard } = await open();
    for (const [left, right] of ["[]", '{"a":}'.split(":").map((half, at) => (at === 0 ? `${half}:` : half))]) {
      const deep = `${left?.repeat(4_000)}1${right?.repeat(4_000)}`;
      socket.send(`{"type":"ops","x":${deep},"ops":[]}`);
    }
    socket.send(`{"type":"ops","x":${"[".repeat(10_000)}${"]".repeat(10_000)},"ops":[]}`);
    await expect.poll(() => heard.length).toBe(3);
    for (const frame of heard) expect(parseDown(frame)).toEqual({ type: "refused", code: "too_deep" });
    socket.terminate();
    await unharmed();
  });

  it("bytes that are no WebSocket frames is hung up on, and nobody else notices", async () => {
    const key = Buffer.alloc(16, 7).toString("base64");
    const handshake = [
      "GET /r/lobby HTTP/1.1",
      `Host: 127.0.0.1:${server().port}`,
      "Connection: Upgrade",
      "Upgrade: websocket",
      "Sec-WebSocket-Version: 13",
      `Sec-WebSocket-Key: ${key}`,
      `Sec-WebSocket-Protocol: ${PARLOR}`,
      "",
      "",
    ].join("\r\n");
    const stream = () => {
      const whole = Buffer.concat([Buffer.from(handshake), ...usual.map((each) => masked(JSON.stringify(each)))]);
      // Mutated in the frames, mostly; in the handshake, sometimes.
      const from = random() < 0.8 ? handshake.length : 0;
      for (let n = 1 + below(8); n > 0; n--) whole[from + below(whole.length - from)] = below(256);
      return random() < 0.3 ? whole.subarray(0, from + below(whole.length - from)) : whole;
    };
    for (let done = 0; done < STREAMS; done += AT_ONCE) {
      await Promise.all(Array.from({ length: AT_ONCE }, () => say(stream())));
    }
    await unharmed();
    report({ proof: "B2", did: `${STREAMS} mutated byte streams`, faults: 0, more: `seed ${SEED}` });
  });
});

/** Says these bytes to the server, waits for what it does about them, and looks through what it answers. */
async function say(what: Buffer): Promise<void> {
  const socket = connect(server().port, "127.0.0.1");
  let heard = "";
  socket.on("data", (data) => {
    heard += data.toString("latin1");
  });
  socket.on("error", () => {});
  const over = once(socket, "close");
  socket.write(what);
  await Promise.race([over, sleep(40)]);
  socket.destroy();
  await over;
  expect(heard).not.toMatch(INTERNALS);
}

/** A text frame as a client sends it. */
function masked(text: string): Buffer {
  const data = Buffer.from(text);
  const mask = bytes(4);
  const head = data.length < 126 ? [0x81, 0x80 | data.length] : [0x81, 0xfe, data.length >> 8, data.length & 255];
  return Buffer.concat([Buffer.from(head), mask, data.map((byte, at) => byte ^ (mask[at % 4] as number))]);
}
