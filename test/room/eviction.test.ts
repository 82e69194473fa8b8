// F2: the room leaves memory at any moment, gracefully or not, and nobody can tell. Where it fails, the seed is printed;
// EVICTION_SEED=n does the same steps again.
import { abortAllDurableObjects, evictDurableObject } from "cloudflare:test";
import fc from "fast-check";
import { nanoid } from "nanoid";
import { expect, it } from "vitest";
import type { Event } from "../../src/protocol/event.ts";
import { enter, freshRoom, objectOf, sleep, until, type Visitor } from "./visitor.ts";

// As in test/faults/size.ts, which is for Node.
const RUNS = import.meta.env.MODE === "long" ? 500 : 25;
const STEPS = 60;
const SEED = Number(import.meta.env.EVICTION_SEED || Date.now() % 1_000_000);

/** What somebody does: most of all, they say something. */
const KINDS = ["send", "send", "send", "edit", "react", "rename"] as const;
type Kind = (typeof KINDS)[number];
interface Doing extends Record<string, unknown> {
  id: string;
  kind: Kind;
}

/** Somebody who resends what was not echoed, whenever they come back. */
class Talker {
  readonly seen: Event[] = [];
  readonly sent: string[] = [];
  readonly #ops = new Map<string, Doing>();
  readonly #room: string;
  readonly #name: string;
  #cookie: string | undefined;
  #visitor: Visitor | undefined;
  #heard = 0;

  constructor(room: string, name: string) {
    this.#room = room;
    this.#name = name;
  }

  /** Takes in what came since; each event is the next one. */
  #listen(): void {
    const events = this.#visitor?.events.slice(this.#heard) ?? [];
    this.#heard += events.length;
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
  #op(kind: Kind): Doing {
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
      return op;
    });
    if (this.#visitor?.closed === undefined) await this.#visitor?.ops(...ops);
  }

  async leave(): Promise<void> {
    if (this.#visitor?.closed === undefined) await this.#visitor?.leave();
    this.#listen();
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
  timeout: 900_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: STEPS }), async (steps) => {
      const room = freshRoom();
      const people = ["ann", "bo", "cy"].map((name) => new Talker(room, name));
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
      for (const one of people) await one.leave();
    }),
    { numRuns: RUNS, seed: SEED },
  );
});
