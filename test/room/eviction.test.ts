// F2: the room leaves memory at any moment, gracefully or not, and nobody can tell. Where it fails, the seed is printed;
// EVICTION_SEED=n does the same steps again.
import { abortAllDurableObjects, evictDurableObject } from "cloudflare:test";
import fc from "fast-check";
import { nanoid } from "nanoid";
import * as v from "valibot";
import { expect, it } from "vitest";
import { Event } from "../../src/protocol/event.ts";
import type { Op } from "../../src/protocol/op.ts";
import { check } from "../faults/checker.ts";
import { type Diary, keepDiary, placeOf } from "../faults/diary.ts";
import type { History } from "../faults/history.ts";
import { enter, freshRoom, get, objectOf, sleep, until, type Visitor } from "./visitor.ts";

// As in test/faults/size.ts, which is for Node.
const RUNS = import.meta.env.MODE === "long" ? 500 : 25;
const STEPS = 60;
const SEED = Number(import.meta.env.EVICTION_SEED || Date.now() % 1_000_000);

/** What somebody does: most of all, they say something. */
const KINDS = ["send", "send", "send", "edit", "react", "rename"] as const;
type Kind = (typeof KINDS)[number];

/** Somebody who resends what was not echoed, whenever they come back. */
class Talker {
  readonly seen: Event[] = [];
  readonly sent: string[] = [];
  readonly #ops = new Map<string, Op>();
  readonly #room: string;
  readonly #name: string;
  readonly #diary: Diary;
  #cookie: string | undefined;
  #visitor: Visitor | undefined;
  #heard = 0;

  constructor(room: string, name: string, history: History) {
    this.#room = room;
    this.#name = name;
    this.#diary = keepDiary(history, name);
  }

  /** Takes in what came since; each event is the next one. */
  #listen(): void {
    const events = this.#visitor?.events.slice(this.#heard) ?? [];
    this.#heard += events.length;
    this.#diary.heard({ type: "events", events, people: [], more: false });
    for (const event of events) {
      expect(event.seq).toBe(this.seen.length + 1);
      this.seen.push(event);
    }
  }

  get unheard(): string[] {
    this.#listen();
    const ids = new Set(this.seen.map(({ id }) => id));
    return this.sent.filter((id) => !ids.has(id));
  }

  async come(): Promise<void> {
    if (this.#visitor !== undefined && this.#visitor.closed === undefined) return;
    this.#listen();
    const last = this.seen.at(-1);
    const hello = { epoch: this.seen[0]?.id ?? "", cursor: last?.seq ?? 0, last: last?.id ?? "" };
    const cookie = this.#cookie === undefined ? {} : { cookie: this.#cookie };
    const visitor = await enter({ room: this.#room, name: this.#name, ...cookie, hello });
    expect(visitor.welcome.reset).toBe(false);
    this.#visitor = visitor;
    this.#cookie = visitor.cookie;
    this.#heard = 0;
    // Level first, as the client is, or what is new could come before what was missed.
    await until(() => {
      this.#listen();
      expect(this.seen.length).toBeGreaterThanOrEqual(visitor.welcome.head);
    });
    const again = this.unheard.flatMap((id) => this.#ops.get(id) ?? []);
    if (again.length > 0) await visitor.ops(...again);
  }

  /** An op of this kind about the latest message that they may do it to; where there is none, a message. */
  #op(kind: Kind): Op {
    const id = nanoid();
    const text = `${this.#name} ${this.sent.length}`;
    const messages = this.seen.filter((event) => event.kind === "send");
    const target = (kind === "edit" ? messages.filter(({ id }) => this.#ops.has(id)) : messages).at(-1)?.seq;
    if (kind === "rename") return { id, kind, name: text };
    if (kind === "react" && target !== undefined)
      return { id, kind, target, emoji: "👍", on: this.sent.length % 2 === 0 };
    if (kind === "edit" && target !== undefined) return { id, kind, target, body: { text } };
    return { id, kind: "send", body: { text } };
  }

  async act(kinds: readonly Kind[]): Promise<void> {
    this.#listen();
    const ops = kinds.map((kind) => {
      const op = this.#op(kind);
      this.#ops.set(op.id, op);
      this.sent.push(op.id);
      this.#diary.sent(op);
      return op;
    });
    if (this.#visitor?.closed === undefined) await this.#visitor?.ops(...ops);
  }

  async leave(): Promise<void> {
    if (this.#visitor?.closed === undefined) await this.#visitor?.leave();
    this.#listen();
  }

  /** All is quiet. */
  rest(): void {
    this.#listen();
    this.#diary.quiet();
  }
}

const Reading = v.object({ epoch: v.string(), events: v.array(Event), more: v.boolean() });

/** The whole log of a room, as HTTP has it. */
async function readLog(room: string): Promise<{ epoch: string; log: Event[] }> {
  for (const log: Event[] = []; ; ) {
    const answer = await get(`/r/${room}?since=${log.at(-1)?.seq ?? 0}`, { Accept: "application/json" });
    const { epoch, events, more } = v.parse(Reading, await answer.json());
    log.push(...events);
    if (!more) return { epoch, log };
  }
}

const who = fc.nat(2);
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant("act" as const),
      who,
      kinds: fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constantFrom("come" as const, "leave" as const), who }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constantFrom("hibernate" as const, "wait" as const) }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom("close" as const, "abort" as const) }) },
);

it(`${RUNS} times up to ${STEPS} steps: the room may sleep, lose its sockets or its process at any of them, and each line, edit, reaction and name is there once, in order, for all`, {
  timeout: 1_800_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: STEPS }), async (steps) => {
      const room = freshRoom();
      const history: History = [];
      const people = ["ann", "bo", "cy"].map((name) => new Talker(room, name, history));
      for (const one of people) await one.come();
      for (const each of steps) {
        if (each.does === "act") await people[each.who]?.act(each.kinds);
        if (each.does === "come") await people[each.who]?.come();
        if (each.does === "leave") await people[each.who]?.leave();
        if (each.does === "hibernate") await sleep(room);
        if (each.does === "close") await evictDurableObject(objectOf(room), { webSockets: "close" }).catch(() => {});
        if (each.does === "abort") await abortAllDurableObjects();
        if (each.does === "wait") await new Promise((resolve) => setTimeout(resolve, 5));
      }
      for (const one of people) await one.leave();
      for (const one of people) await one.come();
      await until(() => expect(people.flatMap(({ unheard }) => unheard)).toEqual([]));
      const [ann] = people;
      for (const one of people) {
        await until(() => {
          void one.unheard;
          expect(one.seen.length).toBe(people.reduce((sum, { sent }) => sum + sent.length, 0));
        });
        expect(one.seen).toEqual(ann?.seen);
        const mine = one.seen.filter(({ id }) => one.sent.includes(id)).map(({ id }) => id);
        expect(mine).toEqual(one.sent);
      }
      for (const one of people) one.rest();
      const { epoch, log } = await readLog(room);
      history.push({ is: "read", epoch, log: log.map(placeOf), lines: [] });
      expect(check(history).faults).toEqual([]);
      for (const one of people) await one.leave();
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
