import { expect, it } from "vitest";
import { streamFrom } from "../../src/worker/event-stream.ts";
import type { Ear } from "../../src/worker/listen.ts";
import { until } from "../room/visitor.ts";

/** An ear that counts how often it is closed, and a reader of what is written to the answer. */
function stream(pump: (write: (text: string) => Promise<void>) => Promise<void>, close = () => {}) {
  let closes = 0;
  const ear: Ear = {
    next: async () => null,
    tell: () => {},
    ping: () => {},
    hold: () => {},
    close: () => {
      closes += 1;
      close();
    },
  };
  const answer = streamFrom(ear, { "Parlor-Test": "yes" }, pump);
  const reader = answer.body?.getReader();
  return { answer, closes: () => closes, reader };
}

it("is a stream of events that nobody keeps, with the headers that it is given, and ends with what writes it", async () => {
  const { answer, closes, reader } = stream(async (write) => {
    await write("one");
    await write("two");
  });
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-store",
    "parlor-test": "yes",
  });
  const text = new TextDecoder();
  expect([text.decode((await reader?.read())?.value), text.decode((await reader?.read())?.value)]).toEqual([
    "one",
    "two",
  ]);
  expect((await reader?.read())?.done).toBe(true);
  expect(closes()).toBe(1);
});

it("ends for its reader also where what writes it fails, and where the ear can't be closed any more", async () => {
  const { reader, closes } = stream(
    async (write) => {
      await write("one");
      throw new Error("the room is gone");
    },
    () => {
      throw new Error("closed already");
    },
  );
  await reader?.read();
  expect((await reader?.read())?.done).toBe(true);
  expect(closes()).toBe(1);
});

it("closes the ear of a reader who goes, at once and not with what is written next", async () => {
  const { promise: never } = Promise.withResolvers<void>();
  const { reader, closes } = stream(async (write) => {
    await write("one");
    await never;
  });
  await reader?.read();
  expect(closes()).toBe(0);
  await reader?.cancel();
  await until(() => expect(closes()).toBe(1));
});

it("closes the ear at its end though the reader takes nothing", async () => {
  const { closes } = stream(async () => {});
  await until(() => expect(closes()).toBe(1));
});
