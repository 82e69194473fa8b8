import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { STREAM_COMMENT_MS } from "../../src/protocol/limits.ts";
import type { Reader } from "../../src/room/answer.ts";
import type { Ear } from "../../src/worker/listen.ts";
import { type Pump, pump } from "../../src/worker/stream.ts";

let now = 0;
let told: string[] = [];

beforeEach(() => {
  [now, told] = [1_000, []];
  vi.spyOn(Date, "now").mockImplementation(() => now);
});
afterEach(() => void vi.restoreAllMocks());

const EPOCH = "an-epoch-of-this-room";
const said = (seq: number) => ({ seq, id: `id-${seq}`, by: "ann", at: 0, kind: "send", body: { text: `line ${seq}` } });
const reads = (...seqs: number[]): Reader => ({
  epoch: EPOCH,
  head: seqs.at(-1) ?? 0,
  tail: 1,
  cursor: "",
  people: [],
  lines: [],
  events: seqs.map(said),
});

/** An ear that hears these, each as soon as it is asked; `undefined` is silence, for as long as was waited. */
function ear(heard: (object | undefined)[]): Ear {
  return {
    async next(ms) {
      if (heard.length === 0) return null;
      const frame = heard.shift();
      if (frame !== undefined) return JSON.stringify(frame);
      now += ms;
    },
    tell: (frame) => void told.push(frame.type),
    ping: () => void told.push("ping"),
    hold: () => {},
    close: () => {},
  };
}

async function streams(heard: (object | undefined)[], read: Pump["read"], from: Pump["from"]): Promise<string> {
  let text = "";
  const write = async (more: string) => {
    text += more;
  };
  await pump({ ear: ear(heard), from, read, write });
  return text;
}

it("says at once where it stands, so that who comes again before the first event goes on from there", async () => {
  const text = await streams([], async () => reads(), { seq: 7, epoch: EPOCH });
  expect(text).toBe(`: connected\nid: ${EPOCH}.7\n\n`);
});

it("pings when it comments, in silence and in talk that does not stop", async () => {
  const talk = Array.from({ length: 25 }, () => ({ type: "typing", member: "ann", on: true }));
  const read = async () => reads();
  expect(await streams([undefined, undefined], read, { seq: 0 })).toMatch(/(?:: here\n\n){2}$/);
  expect(told).toEqual(["ping", "ping"]);
  const busy = ear(talk);
  const next: Ear["next"] = (ms) => {
    now += STREAM_COMMENT_MS / 10;
    return busy.next(ms);
  };
  await pump({ ear: { ...busy, next }, from: { seq: 0 }, read, write: async () => {} });
  expect(told).toEqual(["ping", "ping", "ping", "ping"]);
});

it("reads what it has not heard when a pong says that there is more", async () => {
  const answers = [reads(), reads(1, 2)];
  const text = await streams(
    [undefined, { type: "pong", epoch: EPOCH, head: 2 }, { type: "pong", epoch: EPOCH, head: 2 }],
    async () => answers.shift() ?? { code: "internal" },
    { seq: 0 },
  );
  expect(text.match(/id: .*/g)).toEqual(["id: .0", `id: ${EPOCH}.1`, `id: ${EPOCH}.2`]);
  expect(answers).toEqual([]);
});

it("gives the first event of a room, where that came between the welcome and the first reading", async () => {
  const read: Pump["read"] = async ({ seq, epoch = EPOCH }) => (epoch === EPOCH && seq === 0 ? reads(1) : reads());
  const event = { type: "events", events: [said(1)] };
  const text = await streams([event], read, { seq: 0 });
  expect(text.match(/id: .*/g)).toEqual(["id: .0", `id: ${EPOCH}.1`]);
});

it("waits where the room says that a long log is read too fast, and goes on; another refusal is its last word", async () => {
  const answers = [reads(1, 2), { code: "too_fast", retryAfter: 3 } as const, reads(3), { code: "banned" } as const];
  const waited = vi.spyOn(scheduler, "wait").mockResolvedValue();
  const read: Pump["read"] = async () => {
    const answer = answers.shift() ?? { code: "internal" };
    return "code" in answer ? answer : { ...answer, more: true };
  };
  const text = await streams([], read, { seq: 0 });
  expect(text.match(/id: .*|: slower|event: .*\ndata: .*/g)).toEqual([
    "id: .0",
    ...[1, 2].map((seq) => `id: ${EPOCH}.${seq}`),
    ": slower",
    `id: ${EPOCH}.3`,
    'event: refused\ndata: {"code":"banned"}',
  ]);
  expect(waited.mock.calls).toEqual([[3000]]);
});
