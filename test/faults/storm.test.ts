// F5: everybody's connection breaks at once, and they come back, spread by chance and with all that was said meanwhile.
import { expect, test } from "vitest";
import type { Platform } from "../../src/client/platform.ts";
import { cableTo } from "../support/cable.ts";
import { openServer } from "../support/house.ts";
import type { Over } from "../support/people.ts";
import { until } from "../support/serve.ts";
import { seeded } from "../support/world.ts";
import { report } from "./report/report.ts";
import { size } from "./size.ts";
import { judge, newTalk, talks } from "./talkers.ts";

const crowds: [number, Over][] = [
  [size(60, 1_000), "websocket"],
  [size(20, 200), "stream"],
  [size(20, 200), "poll"],
];
const MISSED = 20;
const SEED = 1;
/** The first wait of the client's backoff, in ms, and into how many parts it is cut for the histogram. */
const FIRST_MS = 500;
const PARTS = 5;

const server = openServer({ PARLOR_LIMITS: "off", PARLOR_ADDRESS_SOCKETS: "5000" });

test.each(crowds)(
  "%i people by %s whose connections break at once come back with nothing missed, each in their own time",
  async (people, over) => {
    const { url, port } = server();
    const cable = await cableTo(port);
    const talk = newTalk(url, `storm-${over}`);
    // The same chance for all of them, and for each run: the histogram below is then the same too.
    const random = seeded(SEED);
    const around = (platform: Platform): Platform => ({ ...platform, random });
    const through = `http://127.0.0.1:${cable.port}`;
    const crowd = Array.from({ length: people }, (_, n) =>
      talks(talk, `p${n}`, { inFlight: 0, url: through, around, over }),
    );
    const ann = talks(talk, "ann", { inFlight: 0 });
    const all = [...crowd, ann];
    ann.room.send("before");
    await until(() => all.every(({ room }) => room.state.cursor === 1), 60_000);

    const waits: number[] = [];
    for (const { room } of crowd) {
      let first = true;
      room.subscribe(() => {
        const { link } = room.state;
        if (link.is !== "waiting" || !first) return;
        first = false;
        waits.push(link.until - link.since);
      });
    }
    await cable.cut();
    await cable.mend();
    const mended = Date.now();
    for (let n = 1; n <= MISSED; n++) ann.room.send(`while they are away, ${n}`);
    await until(
      () => all.every(({ room: { state } }) => state.link.is === "open" && state.cursor === MISSED + 1),
      60_000,
    );
    const took = Date.now() - mended;

    // Who is between two polls has nothing that could break.
    expect(waits.length).toBeGreaterThanOrEqual(over === "poll" ? people / 2 : people);
    const parts = Array.from({ length: PARTS }, (_, part) => {
      const [from, to] = [(part * FIRST_MS) / PARTS, ((part + 1) * FIRST_MS) / PARTS];
      return waits.filter((wait) => wait >= from && wait < to).length;
    });
    // Full jitter: each part of the time has its share, give or take chance.
    const share = waits.length / PARTS;
    for (const part of parts) expect(Math.abs(part - share)).toBeLessThan(4 * Math.sqrt(share));
    const { faults, ...ops } = await judge(talk);
    const more = `all back after ${took} ms; first waits in fifths of ${FIRST_MS} ms: ${parts.join(", ")}`;
    report({ proof: "F5", did: `${people} clients by ${over} dropped at once`, ops, faults: faults.length, more });
    expect(faults).toEqual([]);
    await cable.end();
  },
);
