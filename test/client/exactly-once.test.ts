// Whatever happens to frames and links on the way: each client sees 1, 2, 3 … and each op ends exactly once.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { annJoins } from "../support/members.ts";
import { createScriptedRoom } from "../support/scripted-room.ts";
import { seeded } from "../support/world.ts";

const mishap = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("ann says", "bo says") },
  { weight: 2, arbitrary: fc.constantFrom("drop", "double", "late", "heal") },
  { weight: 1, arbitrary: fc.constantFrom("cut", "deaf", "silent", "too fast", "seen", "wait") },
);

/** Lets all of it happen, then makes peace, and returns what came of it. */
async function live(mishaps: string[], seed: number) {
  const room = createScriptedRoom(seeded(seed));
  const { world } = room;
  const { deliver } = room;
  const client = annJoins(room);
  room.batch = 3;
  const applied: number[] = [];
  let shown = 0;
  client.subscribe(() => {
    const { cursor, messages } = client.state;
    if (cursor !== shown) applied.push(cursor);
    shown = cursor;
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, i) => i + 1));
  });
  const sent: string[] = [];
  const healed = () => {
    room.deliver = deliver;
    room.ops = "taken";
    room.refuse = () => undefined;
  };
  const ways: Record<string, () => void> = {
    "ann says": () => void sent.push(client.send(`ann ${sent.length}`)),
    "bo says": () => void room.boSays("bo"),
    drop: () => {
      room.deliver = () => {};
    },
    double: () => {
      room.deliver = (line, frame) => {
        deliver(line, frame);
        deliver(line, frame);
      };
    },
    late: () => {
      room.deliver = (line, frame) => void world.platform.after(40, () => deliver(line, frame));
    },
    heal: healed,
    cut: () => room.line.open && room.line.cut(),
    deaf: () => {
      room.ops = "unheard";
    },
    silent: () => {
      room.ops = "silently";
    },
    "too fast": () => {
      room.refuse = () => ({ code: "too_fast", retryAfter: 1 });
    },
    seen: () => world.hint(),
    wait: () => {},
  };
  for (const name of mishaps) {
    ways[name]?.();
    await world.pass(name === "wait" ? 5_000 : 20);
  }
  healed();
  await world.pass(120_000);
  client.leave();
  return { room, client, applied, sent };
}

test("by any mishaps the log is applied without a hole and every op of Ann's is in it once, in her order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(mishap, { maxLength: 25 }), fc.integer(), async (mishaps, seed) => {
      const { room, client, applied, sent } = await live(mishaps, seed);
      expect(applied).toEqual(applied.toSorted((a, b) => a - b));
      expect(client.state.cursor).toBe(room.log.length);
      expect(client.state.messages.map(({ id }) => id)).toEqual(room.log.map(({ id }) => id));
      expect(room.log.filter(({ by }) => by === client.state.you?.member).map(({ id }) => id)).toEqual(sent);
      expect(client.state.pending).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
