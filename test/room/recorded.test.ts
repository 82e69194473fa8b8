// One version back: talks as earlier builds spoke them (test/protocol/record.ts), said again to this one's room, which
// answers all that it answered then. It may answer more: a client of that build does not read it.
import { abortAllDurableObjects, runInDurableObject } from "cloudflare:test";
import { afterEach, describe, expect, it } from "vitest";
import type { Asked, Line, Said } from "../protocol/line.ts";
import november23 from "../protocol/recorded/2026-11-23.json";
import november30 from "../protocol/recorded/2026-11-30.json";
import { openSession, type SessionVisitor } from "./session-visitor.ts";
import { get, objectOf, open, until, type Visitor, type Warmth } from "./visitor.ts";

/** What is another at each time. */
const PASSES = ["at", "edited", "made", "since", "due", "until", "mutedUntil"];
const talks: Record<string, { lines: Line[]; changed: string[] }> = {
  // Changed since on purpose: who has not said anything yet is a guest now.
  "2026-11-23": { lines: november23 as Line[], changed: ["role"] },
  "2026-11-30": { lines: november30 as Line[], changed: [] },
};
/** The room of the recordings, so that its members are the same. */
const room = "recorded";

type Frame = Said["frame"];

interface Link {
  visitor: Visitor | SessionVisitor;
  recorded: Frame[];
}

/** Says a talk again, line by line. */
class Again {
  readonly links = new Map<string, Link>();
  readonly #gone: Set<string>;
  readonly #warmth: Warmth;
  /** What is random in an answer, a token or the id that follows from it: as it was, and as it is now. */
  readonly #renamed = new Map<string, string>();
  readonly #tokens = new Map<string, string>();

  constructor(warmth: Warmth, changed: string[]) {
    this.#warmth = warmth;
    this.#gone = new Set([...PASSES, ...changed]);
  }

  /** `next` is what comes next on the same link. */
  async say(line: Line, next: Line | undefined): Promise<void> {
    if (line.way === "asks") return this.#ask(line);
    const link = await this.#linkOf(line);
    if (line.way === "up") return this.#send(link, this.#now(line.frame));
    link.recorded.push(line.frame);
    // By polls, each frame takes a quarter of a second.
    if (line.over === "http" && next?.way === "down") return;
    const what = JSON.stringify(line);
    await until(() => expect(count(this.told(link)), what).toBeGreaterThanOrEqual(count(this.recorded(link))));
    this.#learnIds(link, line.frame);
    if (next === undefined) await link.visitor.leave();
  }

  async #send({ visitor }: Link, frame: Frame): Promise<void> {
    await visitor.send(frame).catch((fault: unknown) => {
      // Who is banned may be shown out before they said a word; then a browser's socket says nothing.
      if (!("closed" in visitor) || visitor.closed === undefined) throw fault;
    });
  }

  /** A webhook's id is random, and so are those of what is said by it. */
  #learnIds({ visitor }: Link, { events = [] }: Frame): void {
    for (const { seq, id, by } of events) {
      if (!by.startsWith("hook-")) continue;
      const now = visitor.received.map((frame): Frame => JSON.parse(frame)).flatMap(({ events = [] }) => events);
      this.#renamed.set(id, now.find((event) => event.seq === seq)?.id ?? "");
    }
  }

  /** What somebody was told on a link, without what changes; and what they were told then. */
  told({ visitor }: Link) {
    const frames: Frame[] = visitor.received.map((frame) => JSON.parse(frame));
    return byKind(this.#lasting(frames.filter(({ type }) => type !== "pong")));
  }

  recorded({ recorded }: Link) {
    return byKind(this.#lasting(this.#now(recorded)));
  }

  async #linkOf({ who, link, over }: Said): Promise<Link> {
    const key = `${who} ${link}`;
    const known = this.links.get(key);
    if (known !== undefined) return known;
    const cookie = cookieOf(who);
    const token = this.#tokens.get(who);
    const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
    const warmth = this.#warmth;
    const comes = () =>
      over === "http"
        ? openSession(room, cookie, warmth)
        : open({ room, warmth, headers, ...(token === undefined && { cookie }) });
    const opened = { visitor: await comes(), recorded: [] };
    this.links.set(key, opened);
    return opened;
  }

  async #ask(line: Asked): Promise<void> {
    const { who, method, path, headers, body } = this.#now(line);
    const answer = await get(`/r/${room}${path}`, { Cookie: cookieOf(who), ...headers }, { method, body });
    const text = await answer.text();
    const now: unknown = answer.headers.get("Content-Type")?.includes("json") ? JSON.parse(text) : text;
    this.#learn(Object(line.answer), Object(now));
    const { status } = answer;
    const asked = `${method} ${path}`;
    const was = { asked, status: line.status, answer: this.#lasting(this.#now(line.answer)) };
    expect({ asked, status, answer: this.#lasting(now) }).toMatchObject(was);
  }

  #learn(was: Record<string, unknown>, now: Record<string, unknown>): void {
    for (const name of ["token", "who", "secret", "url"]) {
      const [before, after] = [was[name], now[name]];
      if (typeof before !== "string" || typeof after !== "string") continue;
      // Of an address, also what comes after the host alone.
      const last = (text: string) => text.slice(text.lastIndexOf("/") + 1);
      this.#renamed.set(before, after).set(last(before), last(after));
      if (name === "token") this.#tokens.set(String(was.name), after);
    }
  }

  #now<T>(was: T): T {
    let text = JSON.stringify(was);
    for (const [before, after] of this.#renamed) text = text.replaceAll(before, after);
    return JSON.parse(text);
  }

  #lasting<T>(value: T): T {
    const text = JSON.stringify(value, (name, each) => (this.#gone.has(name) ? undefined : each));
    // As Markdown tells the time.
    return JSON.parse(text.replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC/g, "then"));
  }
}

const cookieOf = (who: string) => `__Host-parlor=${who.padEnd(43, "x")}`;

/** How much comes in one frame is the room's to say, and so are rosters. */
function byKind(frames: Frame[]) {
  const of = (type: string) => frames.filter((frame) => frame.type === type);
  return {
    welcome: of("welcome").map((welcome) => ({ ...welcome, roster: undefined })),
    events: frames.flatMap(({ events = [] }) => events),
    answer: of("answer"),
    refused: of("refused"),
    stored: of("stored"),
    typing: of("typing"),
  };
}

const count = (told: ReturnType<typeof byKind>) => Object.values(told).reduce((sum, each) => sum + each.length, 0);

// For the next time.
afterEach(async () => {
  await runInDurableObject(objectOf(room), (_, { storage }) => storage.deleteAll());
  await abortAllDurableObjects();
});

describe.each(Object.entries(talks))("a client of the build of %s", (_, { lines, changed }) => {
  it.each(["warm", "evicted"] as const)("talks in a room that is %s", async (warmth) => {
    const again = new Again(warmth, changed);
    const linkOf = (line: Line) => (line.way === "asks" ? undefined : `${line.who} ${line.link}`);
    for (const [index, line] of lines.entries()) {
      const link = linkOf(line);
      await again.say(
        line,
        lines.slice(index + 1).find((later) => linkOf(later) === link),
      );
    }
    for (const [who, link] of again.links) {
      expect({ who, ...again.told(link) }).toMatchObject({ who, ...again.recorded(link) });
    }
  });
});
