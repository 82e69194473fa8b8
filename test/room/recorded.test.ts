// One version back: a talk as an earlier build spoke it (test/protocol/record.ts), said again to this one's room, which
// answers all that it answered then. It may answer more: a client of that build does not read it.
import { abortAllDurableObjects, runInDurableObject } from "cloudflare:test";
import { expect, it } from "vitest";
import early from "../protocol/recorded/2026-11-23.json";
import { objectOf, open, until, type Visitor } from "./visitor.ts";

interface Line {
  who: string;
  link: number;
  way: "up" | "down";
  frame: { type: string; events?: object[] };
}

/** What has changed since on purpose: who has not said anything yet is a guest now; and the time is another one. */
const CHANGED = new Set(["at", "role", "edited"]);

function lasting(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lasting);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => (CHANGED.has(name) ? [] : [[name, lasting(each)]])),
  );
}

/** What somebody was told on a link, by kind: how much comes in one frame is the room's to say, and so are rosters. */
function told(frames: Line["frame"][]) {
  const of = (type: string) => frames.filter((frame) => frame.type === type).map(lasting);
  return {
    welcome: of("welcome").map((welcome) => ({ ...Object(welcome), roster: undefined })),
    events: frames.flatMap(({ events = [] }) => events).map(lasting),
    answer: of("answer"),
    refused: of("refused"),
    stored: of("stored"),
    typing: of("typing"),
  };
}

const count = (frames: Line["frame"][]) => Object.values(told(frames)).reduce((sum, each) => sum + each.length, 0);

it.each(["warm", "evicted"] as const)("a client of an earlier build talks in a room that is %s", async (warmth) => {
  const lines = early as Line[];
  // The room of the recording, so that its members are the same.
  const room = "recorded";
  const links = new Map<string, { visitor: Visitor; recorded: Line["frame"][] }>();
  const key = ({ who, link }: Line) => `${who} ${link}`;
  const now = ({ received }: Visitor): Line["frame"][] =>
    received.map((frame) => JSON.parse(frame)).filter(({ type }) => type !== "pong");

  for (const [index, line] of lines.entries()) {
    let link = links.get(key(line));
    if (link === undefined) {
      const cookie = `__Host-parlor=${line.who.padEnd(43, "x")}`;
      link = { visitor: await open({ room, cookie, warmth }), recorded: [] };
      links.set(key(line), link);
    }
    if (line.way === "up") {
      await link.visitor.send(line.frame);
      continue;
    }
    const { visitor, recorded } = link;
    recorded.push(line.frame);
    await until(() => expect(count(now(visitor))).toBeGreaterThanOrEqual(count(recorded)));
    const over = !lines.slice(index + 1).some((later) => key(later) === key(line));
    if (over) await visitor.leave();
  }
  for (const [who, { visitor, recorded }] of links) {
    expect({ who, ...told(now(visitor)) }).toMatchObject({ who, ...told(recorded) });
  }
  // For the next time.
  await runInDurableObject(objectOf(room), (_, { storage }) => storage.deleteAll());
  await abortAllDurableObjects();
});
