// Records a talk as this build speaks it, for the builds after it to be tested by (recorded.test.ts): run by hand, with
// `npm run build && node test/protocol/record.ts > test/protocol/recorded/<date>.json`, when the protocol is about to change.
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { browserPlatform } from "../../src/client/browser.ts";
import { joinRoom } from "../../src/client/join.ts";
import type { Room } from "../../src/client/room.ts";
import { memoryStore } from "../../src/client/store/memory.ts";
import { PING } from "../../src/protocol/ping.ts";
import { host } from "../../src/serve/host.ts";

/** A frame on somebody's nth link, as it was. */
const lines: { who: string; link: number; way: "up" | "down"; frame: unknown }[] = [];

const dir = realpathSync(mkdtempSync(join(tmpdir(), "parlor-")));
const done = new AbortController();
process.env.PARLOR_LIMITS = "off";
const ready = Promise.withResolvers<URL>();
const hosting = host("wrangler.toml", { host: "127.0.0.1", port: 0, dir }, done.signal, ready.resolve);
const { origin } = await ready.promise;

function joins(who: string): Room {
  const secret = who.padEnd(43, "x");
  let links = 0;
  return joinRoom({
    url: `${origin.replace("http", "ws")}/r/recorded`,
    room: "recorded",
    name: who,
    store: memoryStore("recorded", who),
    platform: {
      ...browserPlatform,
      onHint: () => () => {},
      openSocket(url, protocols, events) {
        const link = ++links;
        const headers = { Cookie: `__Host-parlor=${secret}` };
        const socket: WebSocket = Reflect.construct(WebSocket, [url, { protocols, headers }]);
        const note = (way: "up" | "down", frame: string) =>
          frame !== PING && !frame.includes('"pong"') && lines.push({ who, link, way, frame: JSON.parse(frame) });
        socket.addEventListener("open", () => events.opened());
        socket.addEventListener("close", () => events.closed());
        socket.addEventListener("message", ({ data }) => {
          note("down", data);
          events.received(data);
        });
        return {
          send(text) {
            note("up", text);
            socket.send(text);
          },
          close: () => socket.close(),
        };
      },
    },
  });
}

/** Each thing is done when all that came of the last one has come. */
async function then(act: () => unknown): Promise<void> {
  await act();
  await sleep(300);
}

let ann!: Room;
let bo!: Room;
await then(() => (ann = joins("ann")));
await then(() => ann.send("hello"));
await then(() => (bo = joins("bo")));
await then(() => bo.typing(true));
await then(() => bo.send("你好，**ann**"));
await then(() => ann.send("an answer", { replyTo: 2 }));
await then(() => ann.send("waves", { me: true }));
await then(() => ann.edit(3, "a better answer"));
await then(() => bo.react(3, "👍", true));
await then(() => bo.react(3, "🎉", true));
await then(() => bo.react(3, "👍", false));
await then(() => bo.sawUpTo(6));
await then(() => ann.setTopic("tea at four"));
await then(() => bo.rename("bob"));
await then(() => bo.disconnect());
await then(() => ann.send("while bo is away"));
await then(() => ann.delete(1));
await then(() => bo.connect());
await then(() => bo.search("answer"));
await then(() => bo.lookUp(2));
await then(() => ann.edit(2, "not mine"));
await then(() => bo.leave());
await then(() => ann.leave());

done.abort();
await hosting.catch(() => {});
rmSync(dir, { recursive: true, force: true });
process.stdout.write(`[\n${lines.map((line) => JSON.stringify(line)).join(",\n")}\n]\n`);
