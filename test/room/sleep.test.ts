import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { expect, it } from "vitest";
import { enter, freshRoom, objectOf, open, until } from "./visitor.ts";

/** Nothing keeps a room awake for so long by being slow. */
const PATIENCE_MS = 2000;

/** Whether the room can be put to sleep now: eviction waits for whatever is pending. */
async function canSleep(room: string): Promise<boolean> {
  const awake = Symbol();
  const patience = new Promise((resolve) => setTimeout(() => resolve(awake), PATIENCE_MS));
  return (await Promise.race([evictDurableObject(objectOf(room)), patience])) !== awake;
}

it("after every kind of frame, no timer keeps the room awake", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  const guest = await open({ room, offer: null });
  await ann.say("good night");
  await ann.act({ kind: "edit", target: 1, body: { text: "Good night" } });
  await guest.sendRaw("/who");
  await ann.send({ type: "typing", on: true });
  await ann.send({ type: "read", seq: 1 });
  await ann.send({ type: "got", seq: 1 });
  await ann.send({ type: "ask", ref: 1, history: {} });
  await ann.sendRaw("not json");
  await until(() => expect(ann.refusals).toEqual(["not_json"]));
  expect(await canSleep(room)).toBe(true);
});

it("a timer that stays pending would be found: the test above can fail", async () => {
  const room = freshRoom();
  await enter({ room, name: "Ann" });
  await runInDurableObject(objectOf(room), () => void setTimeout(() => {}, 3 * PATIENCE_MS));
  expect(await canSleep(room)).toBe(false);
});

it("a room asleep answers pings with its head, and ann's next line goes to everybody", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  const bo = await enter({ room, name: "Bo" });
  await ann.say("before");
  expect(await canSleep(room)).toBe(true);
  await bo.sendRaw('{"type":"ping"}');
  await until(() => expect(bo.frames("pong").at(-1)).toMatchObject({ head: 1 }));
  await expect(evictDurableObject(objectOf(room))).rejects.toThrow("not currently running");
  await ann.say("after");
  await until(() => expect(bo.texts).toEqual(["before", "after"]));
});
