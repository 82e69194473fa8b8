import { runInDurableObject } from "cloudflare:test";
import fc from "fast-check";
import { nanoid } from "nanoid";
import { expect, it } from "vitest";
import type { LogEvent, Message } from "../../src/protocol/event.ts";
import { MESSAGE_MARKS } from "../../src/protocol/limits.ts";
import { amend, withMark } from "../../src/protocol/message.ts";
import type { Op } from "../../src/protocol/op.ts";
import { accept } from "../../src/room/accept.ts";
import { openCore } from "../../src/room/core.ts";
import { openDatabase } from "../../src/room/database.ts";
import { person } from "../../src/room/members.ts";
import { latestPage } from "../../src/room/pages.ts";
import { freshRoom, objectOf } from "./visitor.ts";

/** The room as a page shows it. */
interface Shown {
  page: Message[];
  topic: string;
}

/** What a client makes of a page and the events after it. */
function follow(then: Shown, events: readonly LogEvent[]): Shown {
  let { page, topic } = then;
  for (const event of events) {
    if (event.kind === "send") page = [...page, event];
    else page = page.map((message) => amend(message, event));
    page = withMark(page, event);
    if (event.kind === "topic") topic = event.text;
  }
  return { page, topic };
}

const people = ["ann", "bo", "cleo"];
const target = fc.integer({ min: 1, max: 12 });
const body = fc.record({ text: fc.constantFrom("hi", "你好", "a longer line") });
const wish = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("send" as const), body }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("send" as const), body, replyTo: target }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("edit" as const), target, body }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("delete" as const), target }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("react" as const),
      target,
      emoji: fc.constantFrom("👍", "🎉"),
      on: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("rename" as const), name: fc.constantFrom("A", "B") }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("topic" as const), text: fc.constantFrom("", "tea") }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("erase" as const) }) },
);
/** Little is said, and much is done about the room: more than is shown after one message. */
const order = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("send" as const), body }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("erase" as const, "leave" as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("rename" as const), name: fc.constantFrom("A", "B") }) },
  { weight: 24, arbitrary: fc.record({ kind: fc.constant("topic" as const), text: fc.constantFrom("", "tea") }) },
);

it.each([
  ["talk", wish, { minLength: 1, maxLength: 40 }, 150],
  ["order", order, { minLength: 2 * MESSAGE_MARKS, maxLength: 4 * MESSAGE_MARKS }, 30],
])(
  "the page at k, plus the events after k, is the page at n, for every k: of %s",
  async (_, wishes, length, numRuns) => {
    const asked = fc.record({ wish: wishes, by: fc.constantFrom(...people) });
    await runInDurableObject(objectOf(freshRoom()), (_, { storage }) => {
      fc.assert(
        fc.property(fc.array(asked, length), (ops) => {
          for (const table of ["events", "members", "settings", "bans", "migrations"]) {
            storage.sql.exec(`DROP TABLE IF EXISTS ${table}`);
          }
          const database = openDatabase(storage);
          const core = openCore(database, "law", {
            rates: undefined,
            sockets: 1,
            socketsOfAddress: 1000,
            privateHooks: false,
          });
          const { log, settings } = core;
          const rooms = [{ page: latestPage(log).page, topic: settings.topic }];
          for (const [index, { wish, by }] of ops.entries()) {
            const op: Op = { id: nanoid(), ...wish };
            const before = log.head;
            database.transaction(() => accept(op, person(by, by, false), index, core));
            if (log.head > before) rooms.push({ page: latestPage(log).page, topic: settings.topic });
          }
          for (const [k, then] of rooms.entries()) expect(follow(then, log.since(k, 1000))).toEqual(rooms.at(-1));
        }),
        { numRuns },
      );
    });
  },
);
