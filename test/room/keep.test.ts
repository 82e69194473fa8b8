import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { enter, freshRoom, get, objectOf, rowsOf, sleep, until, type Warmth } from "./visitor.ts";

const DAY_MS = 86_400_000;

/** Lets so many days pass for all that was said so far: what the room compares with its clock is moved back. */
async function pass(room: string, days: number) {
  await sleep(room);
  await runInDurableObject(objectOf(room), (_, { storage }) => {
    storage.sql.exec("UPDATE events SET at = at - ?", days * DAY_MS);
  });
  await sleep(room);
}

describe.each<Warmth>(["warm", "evicted"])("a room that keeps what is said for a day, %s", (warmth) => {
  async function annsRoom() {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    await ann.act({ kind: "create" });
    await ann.act({ kind: "rules", rules: { keep: 86_400 } });
    await ann.say("old secret");
    await ann.act({ kind: "edit", target: 3, body: { text: "old secret, mended" } });
    return { room, ann };
  }

  it("forgets it by itself, and everybody is told where the talk begins by now", async () => {
    const { room, ann } = await annsRoom();
    const { epoch, cursor, last } = ann.cursor;
    await pass(room, 2);
    await ann.say("new");
    expect(await runDurableObjectAlarm(objectOf(room))).toBe(true);
    await until(() => expect(ann.frames("tail")).toEqual([{ type: "tail", tail: 5 }]));
    expect(await rowsOf(room)).not.toContain("secret");
    const cleo = await enter({ room, warmth });
    expect(cleo.welcome).toMatchObject({ head: 5, tail: 5, page: [{ seq: 5, body: { text: "new" } }] });
    // The log is the same, and goes on.
    expect(cleo.welcome.epoch).toBe(ann.events[0]?.id);
    expect(await ann.say("and on")).toBe(6);
    // Whoever stood before it can't be given all that they missed, and is told so.
    const behind = await enter({ room, warmth, hello: { epoch, cursor, last } });
    expect(behind.welcome.reset).toBe(true);
    const read = await get(`/r/${room}?since=${epoch}.${cursor}`, { Accept: "application/json" });
    expect(await read.json()).toMatchObject({ events: [{ seq: 5 }, { seq: 6 }] });
    const lost = await get(`/r/${room}?since=${epoch}.2`, { Accept: "application/json" });
    expect(await lost.json()).toMatchObject({ reset: true });
  });

  it("keeps the place of the last, without its words, where nobody has spoken since", async () => {
    const { room, ann } = await annsRoom();
    await ann.say("last secret");
    await pass(room, 2);
    const { epoch, cursor, last } = ann.cursor;
    await runDurableObjectAlarm(objectOf(room));
    expect(await rowsOf(room)).not.toContain("secret");
    await until(() => expect(ann.frames("tail")).toEqual([{ type: "tail", tail: 6 }]));
    await sleep(room);
    const bo = await enter({ room, name: "Bo", warmth });
    expect(bo.welcome).toMatchObject({ epoch, head: 5, tail: 6, page: [], more: false });
    // Who had all of it goes on from there, and who had not is told so.
    expect((await enter({ room, warmth, hello: { epoch, cursor, last } })).welcome.reset).toBe(false);
    expect((await enter({ room, warmth, hello: { epoch, cursor: 4, last: ann.events[3]?.id } })).welcome.reset).toBe(
      true,
    );
    const answered = await bo.ops({ kind: "send", body: { text: "to what?" }, replyTo: 5 });
    await until(() => expect(bo.frames("refused")).toMatchObject([{ code: "no_message", id: answered[0] }]));
    expect(await bo.say("hello?")).toBe(6);
    expect((await enter({ room, warmth })).welcome).toMatchObject({ head: 6, tail: 6, page: [{ seq: 6 }] });
    await pass(room, 2);
    await runDurableObjectAlarm(objectOf(room));
    expect((await enter({ room, warmth })).welcome).toMatchObject({ epoch, head: 6, tail: 7, page: [] });
  });

  it("has nothing to do for what is younger, nor where it is kept for ever", async () => {
    const { room, ann } = await annsRoom();
    await runDurableObjectAlarm(objectOf(room));
    expect(await rowsOf(room)).toContain("old secret, mended");
    await ann.act({ kind: "rules", rules: { keep: 0 } });
    await pass(room, 400);
    await ann.say("still here?");
    await runDurableObjectAlarm(objectOf(room));
    expect(await rowsOf(room)).toContain("old secret, mended");
    expect((await enter({ room, warmth })).welcome.tail).toBe(1);
  });

  it("wakes for it by an alarm that it sets once, and for nothing else", async () => {
    const { room, ann } = await annsRoom();
    const alarm = () => runInDurableObject(objectOf(room), (_, { storage }) => storage.getAlarm());
    const set = (await alarm()) ?? 0;
    const [first = { at: 0 }] = ann.events;
    expect(set).toBeGreaterThanOrEqual(first.at + DAY_MS);
    expect(set).toBeLessThan(first.at + DAY_MS + 3 * 60_000);
    await ann.say("more");
    expect(await alarm()).toBe(set);
    const other = freshRoom();
    await (await enter({ room: other, name: "Bo", warmth })).say("hi");
    expect(await runInDurableObject(objectOf(other), (_, { storage }) => storage.getAlarm())).toBeNull();
  });

  it("goes on at once where there is more to forget than goes at a time", async () => {
    const { room, ann } = await annsRoom();
    await runInDurableObject(objectOf(room), (_, { storage }) => {
      storage.sql.exec(`
        WITH RECURSIVE n(seq) AS (SELECT 5 UNION ALL SELECT seq + 1 FROM n WHERE seq < 2500)
        INSERT INTO events SELECT seq, 'an-id-of-event-' || seq, 'ann', ${Date.now()}, 'send', NULL, '{"body":{"text":"hi"}}' FROM n`);
    });
    await pass(room, 2);
    await runDurableObjectAlarm(objectOf(room));
    await until(() => expect(ann.frames("tail")).toEqual([{ type: "tail", tail: 2001 }]));
    const next = await runInDurableObject(objectOf(room), (_, { storage }) => storage.getAlarm());
    expect(next).toBeLessThan(Date.now() + 2_000);
    await runDurableObjectAlarm(objectOf(room));
    await until(() => expect(ann.frames("tail").at(-1)).toEqual({ type: "tail", tail: 2501 }));
  });

  it("still says who was banned by whom and why when that event is gone", async () => {
    const { room, ann } = await annsRoom();
    const bo = await enter({ room, name: "Bo", warmth });
    await ann.act({ kind: "ban", who: bo.welcome.you.member, seconds: null, reason: "Spam" });
    await ann.say("new");
    await pass(room, 2);
    await runDurableObjectAlarm(objectOf(room));
    const banned = await get(`/r/${room}/bans`, { Cookie: ann.cookie });
    expect(await banned.json()).toMatchObject({
      banned: [{ who: { name: "Bo" }, by: { name: "Ann" }, reason: "Spam", at: expect.any(Number) }],
    });
  });

  it("lets go of a ban's address when the ban ends", async () => {
    const { room, ann } = await annsRoom();
    const headers = { "CF-Connecting-IP": "192.0.2.7" };
    const bo = await enter({ room, name: "Bo", headers, warmth });
    await ann.act({ kind: "ban", who: bo.welcome.you.member, seconds: 3600, address: true });
    const bans = () =>
      runInDurableObject(objectOf(room), (_, { storage }) => storage.sql.exec("SELECT * FROM bans").toArray());
    expect(await bans()).toHaveLength(1);
    await sleep(room);
    await runInDurableObject(objectOf(room), (_, { storage }) => void storage.sql.exec("UPDATE bans SET until = 1"));
    await sleep(room);
    await runDurableObjectAlarm(objectOf(room));
    expect(await bans()).toEqual([]);
  });
});
