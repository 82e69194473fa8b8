import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../../src/room/database.ts";
import { openLog } from "../../src/room/log.ts";
import { enter, freshRoom, get, objectOf, rowsOf, until, type Warmth } from "./visitor.ts";

const mine = (room: string, cookie?: string) => get(`/r/${room}/mine`, cookie === undefined ? {} : { Cookie: cookie });

describe.each<Warmth>(["warm", "evicted"])("what is ann's in a room that is %s", (warmth) => {
  it("she erases at once: on every screen, in history, and in the tables, edits included; bo's stays", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    const bo = await enter({ room, name: "Bo", warmth });
    await ann.say("a secret of mine");
    await ann.act({ kind: "edit", target: 1, body: { text: "a confession" } });
    await bo.say("never mind");
    await bo.act({ kind: "react", target: 1, emoji: "👍", on: true });
    await ann.act({ kind: "erase" });
    await until(() => expect(bo.events.at(-1)).toMatchObject({ seq: 5, kind: "erase" }));
    const rows = await rowsOf(room);
    for (const gone of ["secret", "confession"]) expect(rows).not.toContain(gone);
    const cleo = await enter({ room, name: "Cleo", warmth });
    expect(cleo.welcome.page?.map(({ body }) => body?.text)).toEqual([undefined, "never mind"]);
    await ann.say("and now?");
    expect((await enter({ room, warmth })).welcome.page?.at(-1)?.body?.text).toBe("and now?");
  });

  it("she reads in one file, and nobody else's with it", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    const bo = await enter({ room, name: "Bo", warmth });
    await ann.act({ kind: "create" });
    await ann.say("mine");
    await bo.say("not hers");
    await ann.act({ kind: "mute", who: bo.welcome.you.member, seconds: 60 });
    const answer = await mine(room, ann.cookie);
    expect(answer.headers.get("Content-Disposition")).toContain("attachment");
    expect(await answer.json()).toMatchObject({
      ...{ room, member: ann.welcome.you.member, name: "Ann", role: "owner" },
      events: [{ kind: "create" }, { kind: "send", body: { text: "mine" } }, { kind: "mute" }],
    });
    const bos = JSON.stringify(await (await mine(room, bo.cookie)).json());
    expect(bos).toContain("mutedUntil");
    expect(bos).toContain('"kind":"mute"');
    expect(bos).not.toContain('"mine"');
    const nobodys = await (await mine(room)).json();
    expect(nobodys).toMatchObject({ room, events: [] });
  });

  it("she leaves: her name and what she may are forgotten, her words stay", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann of Green Gables", warmth });
    const bo = await enter({ room, name: "Bo", warmth });
    await bo.act({ kind: "create" });
    const stood = bo.cursor;
    const rename = { id: "a-rename-of-anns-0001", kind: "rename", name: "Anne Shirley" };
    await ann.act(rename);
    await ann.say("good-bye");
    await bo.act({ kind: "role", who: ann.welcome.you.member, role: "moderator" });
    await ann.act({ kind: "leave" });
    const rows = await rowsOf(room);
    for (const gone of ["Gables", "Shirley"]) expect(rows).not.toContain(gone);
    // Who was away meanwhile does not hear it either; and it is the same op still, sent again.
    const back = await enter({ room, cookie: bo.cookie, hello: stood, warmth });
    await until(() => expect(back.events.at(-1)).toMatchObject({ was: "leave" }));
    expect(back.received.join()).not.toContain("Shirley");
    await ann.ops(rename);
    await until(() => expect(ann.frames("stored").at(-1)?.ids).toEqual([[rename.id, 2]]));
    const cleo = await enter({ room, warmth });
    const { tag } = ann.welcome.you;
    expect(cleo.welcome.people.find((each) => each.tag === tag)).toMatchObject({ name: tag, guest: true });
    expect((await enter({ room, cookie: ann.cookie, warmth })).welcome.you.role).toBe("guest");
    await bo.ops({ kind: "leave" });
    await until(() => expect(bo.refusals).toEqual(["not_allowed"]));
  });
});

it("nobody is heard of by erasing nothing, or by leaving where they are no member; and what is empty is not written", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  const guest = await enter({ room, name: "Visit spam.example" });
  await ann.say("mine");
  await ann.act({ kind: "topic", text: "Tea" });
  await guest.act({ kind: "rename", name: "Buy watches" });
  await guest.ops({ kind: "erase" }, { kind: "leave" });
  await until(() => expect(guest.refusals).toEqual(["no_message", "not_allowed"]));
  await ann.act({ kind: "erase" });
  await ann.ops({ kind: "erase" });
  await until(() => expect(ann.refusals).toEqual(["no_message"]));
  await ann.say("once more");
  await runInDurableObject(objectOf(room), (_, { storage }) => {
    const database = openDatabase(storage);
    openLog(database).eraseBy(ann.welcome.you.member);
    expect(database.rowsWritten).toBe(1);
  });
});

it("nobody else's page reads what is ann's", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  await ann.say("mine");
  const foreign = { Cookie: ann.cookie, Origin: "https://evil.example" };
  expect(await (await get(`/r/${room}/mine`, foreign)).json()).toMatchObject({ events: [] });
  expect((await get(`/r/${room}/mine`, {}, { method: "POST" })).status).toBe(405);
});
