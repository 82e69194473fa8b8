import { runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import { enter, freshRoom, get, objectOf, open, sleep, until, type Visitor, type Warmth } from "./visitor.ts";

/** Does something, and gives the refusal that came instead of an echo. */
async function refusedTo(who: Visitor, wish: Record<string, unknown>) {
  const before = who.frames("refused").length;
  const [id] = await who.ops(wish as never);
  return until(() => {
    const refusal = who.frames("refused")[before];
    expect(refusal?.id).toBe(id);
    return refusal?.code;
  });
}

const post = (room: string, body: string, headers: Record<string, string> = {}) =>
  get(`/r/${room}`, headers, { method: "POST", body });
const idOf = (who: Visitor) => who.welcome.you.member;

describe.each<Warmth>(["warm", "evicted"])("in a room that is ann's and %s", (warmth) => {
  async function annsRoom() {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    await ann.act({ kind: "create" });
    const bo = await enter({ room, name: "Bo", warmth });
    return { room, ann, bo };
  }

  it("whoever creates it owns it, everybody sees that, and nobody can create it again", async () => {
    const { room, ann, bo } = await annsRoom();
    expect(ann.welcome.you.role).toBe("guest");
    expect(bo.welcome.roster.here).toContainEqual(expect.objectContaining({ name: "Ann", role: "owner" }));
    expect(await refusedTo(bo, { kind: "create" })).toBe("exists");
    const again = await enter({ room, cookie: ann.cookie, warmth });
    expect(again.welcome.you.role).toBe("owner");
    const nobodys = freshRoom();
    const cleo = await enter({ room: nobodys, name: "Cleo", warmth });
    await cleo.say("hi");
    expect(await refusedTo(cleo, { kind: "create" })).toBe("exists");
    expect(await refusedTo(cleo, { kind: "rules", rules: { slow: 5 } })).toBe("not_allowed");
  });

  it("bo, whom she makes a moderator, is told with his new role, and can moderate cleo but not her", async () => {
    const { room, ann, bo } = await annsRoom();
    const cleo = await enter({ room, name: "Cleo", warmth });
    await cleo.say("buy my watches");
    expect(await refusedTo(bo, { kind: "delete", target: 2 })).toBe("not_yours");
    await ann.act({ kind: "role", who: idOf(bo), role: "moderator" });
    const people = () => cleo.frames("events").flatMap((frame) => frame.people);
    await until(() => expect(people()).toContainEqual(expect.objectContaining({ name: "Bo", role: "moderator" })));
    await bo.act({ kind: "delete", target: 2 });
    expect(await refusedTo(bo, { kind: "kick", who: idOf(ann) })).toBe("not_allowed");
    expect(await refusedTo(bo, { kind: "role", who: idOf(cleo), role: "moderator" })).toBe("not_allowed");
  });

  it("she hands it over to bo, and is its moderator from then on", async () => {
    const { room, ann, bo } = await annsRoom();
    await ann.act({ kind: "role", who: idOf(bo), role: "owner" });
    expect((await enter({ room, cookie: bo.cookie, warmth })).welcome.you.role).toBe("owner");
    expect((await enter({ room, cookie: ann.cookie, warmth })).welcome.you.role).toBe("moderator");
    expect(await refusedTo(ann, { kind: "rules", rules: { write: "moderators" } })).toBe("not_allowed");
    await bo.act({ kind: "rules", rules: { write: "moderators" } });
  });

  it("where only members write, a guest is told so by every door, until a moderator lets them", async () => {
    const { room, ann, bo } = await annsRoom();
    await ann.act({ kind: "rules", rules: { write: "members", title: "  The\nclass " } });
    const later = await enter({ room, name: "Cleo", warmth });
    expect(later.welcome.room.rules).toEqual({
      ...{ title: "The class", write: "members", locked: false, slow: 0, keep: 0, listed: false, pass: false },
    });
    expect(await refusedTo(bo, { kind: "send", body: { text: "hi" } })).toBe("not_allowed");
    expect((await post(room, "hi")).status).toBe(403);
    const guest = await open({ room, offer: "chat", warmth });
    await guest.sendRaw("hi");
    await until(() => expect(guest.received.at(-1)).toBe("[In this room that is not for you to do.]"));
    await ann.act({ kind: "role", who: idOf(bo), role: "member" });
    await bo.say("thank you");
    await ann.act({ kind: "role", who: idOf(bo), role: "guest" });
    expect(await refusedTo(bo, { kind: "send", body: { text: "hi" } })).toBe("not_allowed");
  });

  it("where only members write, nobody is one by choosing a name, erasing or leaving", async () => {
    const { room, ann, bo } = await annsRoom();
    await ann.act({ kind: "rules", rules: { write: "members" } });
    await bo.ops({ kind: "erase" }, { kind: "leave" });
    await bo.act({ kind: "rename", name: "Robert" });
    expect(await refusedTo(bo, { kind: "send", body: { text: "hi" } })).toBe("not_allowed");
    expect((await enter({ room, cookie: bo.cookie, warmth })).welcome.you).toMatchObject({
      name: "Robert",
      role: "guest",
    });
    await ann.act({ kind: "rules", rules: { locked: true } });
    const back = await open({ room, cookie: bo.cookie, warmth });
    await until(() => expect(back.closed?.reason).toBe("locked"));
    await ann.act({ kind: "rules", rules: { write: "everyone", locked: false } });
    const again = await enter({ room, cookie: bo.cookie, warmth });
    await again.say("hi");
    const once = await enter({ room, cookie: bo.cookie, warmth });
    expect(once.welcome.you).toMatchObject({ name: "Robert", role: "member" });
  });

  it("a room that is locked keeps newcomers out by every door, and lets its members in", async () => {
    const { room, ann, bo } = await annsRoom();
    await bo.say("hi");
    await ann.act({ kind: "rules", rules: { locked: true } });
    const stranger = await open({ room, warmth });
    await until(() => expect(stranger.closed).toEqual({ code: 4403, reason: "locked" }));
    expect(stranger.refusals).toEqual(["locked"]);
    expect((await get(`/r/${room}`)).status).toBe(403);
    expect((await get(`/r/${room}?since=0`, { Accept: "application/json" })).status).toBe(403);
    expect((await post(room, "let me in")).status).toBe(403);
    const back = await enter({ room, cookie: bo.cookie, warmth });
    expect(back.welcome.page).toHaveLength(1);
    expect((await get(`/r/${room}`, { Cookie: bo.cookie })).status).toBe(200);
  });

  it("who only looks on goes when she locks it, and who lives with somebody banned by address, and who had not said hello", async () => {
    const { room, ann, bo } = await annsRoom();
    await bo.say("hi");
    const house = { "CF-Connecting-IP": "203.0.113.99" };
    const [cy, di] = [await enter({ room, warmth, headers: house }), await enter({ room, warmth })];
    const flat = await enter({ room, warmth, headers: house });
    const silent = await open({ room, warmth });
    const lines = await open({ room, offer: "chat", warmth });
    await ann.act({ kind: "ban", who: idOf(cy), seconds: 60, address: true });
    for (const gone of [cy, flat]) await until(() => expect(gone.closed?.reason).toBe("banned"));
    await ann.act({ kind: "rules", rules: { locked: true } });
    for (const gone of [di, lines, silent]) await until(() => expect(gone.closed?.reason).toBe("locked"));
    await ann.act({ kind: "role", who: idOf(bo), role: "guest" });
    await until(() => expect(bo.closed?.reason).toBe("locked"));
    expect(ann.closed).toBeUndefined();
  });

  it("bo, whom she mutes, can write nothing, and again when she lets him", async () => {
    const { ann, bo } = await annsRoom();
    await bo.say("hi");
    await ann.act({ kind: "mute", who: idOf(bo), seconds: 600 });
    expect(await refusedTo(bo, { kind: "send", body: { text: "what?" } })).toBe("muted");
    expect(await refusedTo(bo, { kind: "rename", name: "Not Bo" })).toBe("muted");
    await bo.act({ kind: "delete", target: 2 });
    await ann.act({ kind: "mute", who: idOf(bo), seconds: 0 });
    await bo.say("sorry");
  });

  it("cy, whom she muted before he said a word, is a member with his first, like everybody", async () => {
    const { room, ann } = await annsRoom();
    const cy = await enter({ room, name: "Cy", warmth });
    await ann.act({ kind: "mute", who: idOf(cy), seconds: 600 });
    await ann.act({ kind: "mute", who: idOf(cy), seconds: 0 });
    expect((await enter({ room, cookie: cy.cookie, warmth })).welcome.you.role).toBe("guest");
    await cy.say("hello");
    expect((await enter({ room, cookie: cy.cookie, warmth })).welcome.you.role).toBe("member");
  });

  it("bo, whom she kicks, hears why, and may come again", async () => {
    const { room, ann, bo } = await annsRoom();
    await ann.act({ kind: "kick", who: idOf(bo), reason: "cool\ndown" });
    await until(() => expect(bo.closed).toEqual({ code: 4403, reason: "kicked" }));
    expect(bo.frames("refused")).toEqual([{ type: "refused", code: "kicked", reason: "cool down" }]);
    // Everybody hears of it first, he too.
    expect(bo.events.at(-1)).toMatchObject({ kind: "unknown", was: "kick" });
    await until(() => expect(ann.frames("roster").at(-1)?.left).toEqual([idOf(bo)]));
    await (await enter({ room, cookie: bo.cookie, warmth })).say("I'm calm");
  });

  it("bo, whom she bans, does not come back by any door or name, until she lifts it", async () => {
    const { room, ann, bo } = await annsRoom();
    const lines = await open({ room, offer: "chat", cookie: bo.cookie, warmth });
    await ann.act({ kind: "ban", who: idOf(bo), seconds: null, reason: "spam" });
    await until(() => expect([bo.closed?.reason, lines.closed?.reason]).toEqual(["banned", "banned"]));
    expect(lines.received.at(-1)).toBe("[You may not come into this room. spam]");
    const back = await open({ room, cookie: bo.cookie, warmth });
    await until(() => expect(back.closed).toEqual({ code: 4403, reason: "banned" }));
    expect((await get(`/r/${room}`, { Cookie: bo.cookie })).status).toBe(403);
    expect((await post(room, "hi", { Cookie: bo.cookie })).status).toBe(403);
    await ann.act({ kind: "ban", who: idOf(bo), seconds: 0 });
    await (await enter({ room, cookie: bo.cookie, name: "Bo", warmth })).say("thanks");
  });

  it("bo, banned by his address too, does not come back as somebody new from there; his housemate, a member, stays", async () => {
    const room = freshRoom();
    const house = { "CF-Connecting-IP": "203.0.113.7" };
    const elsewhere = { "CF-Connecting-IP": "198.51.100.9" };
    const ann = await enter({ room, name: "Ann", headers: elsewhere, warmth });
    await ann.act({ kind: "create" });
    const bo = await enter({ room, name: "Bo", headers: house, warmth });
    const cleo = await enter({ room, name: "Cleo", headers: house, warmth });
    await cleo.say("we live together");
    await ann.act({ kind: "ban", who: idOf(bo), seconds: 3600, address: true });
    await until(() => expect(bo.closed?.reason).toBe("banned"));
    const [row] = await runInDurableObject(objectOf(room), (_, { storage }) =>
      storage.sql.exec("SELECT address FROM bans").toArray(),
    );
    expect(row?.address).toMatch(/^[a-z2-9]{20}$/);
    const asNew = await open({ room, headers: house, warmth });
    await until(() => expect(asNew.refusals).toEqual(["banned"]));
    expect((await get(`/r/${room}`, house)).status).toBe(403);
    expect((await post(room, "hi", house)).status).toBe(403);
    expect((await post(room, "hi", elsewhere)).status).toBe(201);
    await cleo.say("I stay");
    expect((await enter({ room, cookie: cleo.cookie, headers: house, warmth })).welcome.head).toBeGreaterThan(3);
    // What is left of where he was when it has ended: keep.test.ts.
    await runInDurableObject(objectOf(room), (_, { storage }) => void storage.sql.exec("UPDATE bans SET until = 1"));
    await sleep(room);
    await (await enter({ room, name: "Bo", headers: house, warmth })).say("I'm back");
  });

  it("in a slow room bo waits between two messages, and ann does not", async () => {
    const { ann, bo } = await annsRoom();
    await bo.say("hi");
    await ann.act({ kind: "rules", rules: { slow: 600 } });
    await bo.say("one");
    expect(await refusedTo(bo, { kind: "send", body: { text: "two" } })).toBe("too_fast");
    expect(bo.frames("refused").at(-1)?.retryAfter).toBeGreaterThan(590);
    await ann.say("a");
    await ann.say("b");
    await ann.act({ kind: "rules", rules: { slow: 0 } });
    await bo.say("two");
  });

  it("somebody who only posts, each time as somebody new, is banned by address too; or the ban says that nobody knew it", async () => {
    const { room, ann } = await annsRoom();
    const house = { "CF-Connecting-IP": "203.0.113.77", Accept: "application/json" };
    const spam = await (await post(room, "buy my watches", house)).json<{ by: string }>();
    await ann.act({ kind: "ban", who: spam.by, seconds: 3600, address: true });
    const ban = ann.events.at(-1);
    // A room that was taken out of memory in between has forgotten it, and does not say otherwise.
    expect(ban).toHaveProperty("who", spam.by);
    if (warmth === "warm") expect(ban).toHaveProperty("address", true);
    else expect(ban).not.toHaveProperty("address");
    expect((await post(room, "buy my watches", house)).status).toBe(warmth === "warm" ? 403 : 201);
    const banned = await (await get(`/r/${room}/bans`, { Cookie: ann.cookie })).json();
    expect(banned).toMatchObject({ banned: [{ who: { member: spam.by }, address: warmth === "warm" }] });
  });

  it("a ban that is sent again is the same, whether its address was known or not", async () => {
    const { room, ann, bo } = await annsRoom();
    const op = { id: "a-ban-of-anns-00000001", kind: "ban", who: idOf(bo), seconds: 60, address: true };
    await ann.act(op);
    await ann.ops(op);
    await until(() => expect(ann.frames("stored")).toHaveLength(1));
    expect((await enter({ room, cookie: ann.cookie })).refusals).toEqual([]);
  });

  it("leaving makes a slow room no faster, and who comes again is a member by their next words", async () => {
    const { room, ann, bo } = await annsRoom();
    await ann.act({ kind: "rules", rules: { slow: 600 } });
    await bo.say("one");
    await bo.act({ kind: "leave" });
    expect((await enter({ room, cookie: bo.cookie, warmth })).welcome.you.role).toBe("guest");
    expect(await refusedTo(bo, { kind: "send", body: { text: "two" } })).toBe("too_fast");
    await ann.act({ kind: "rules", rules: { slow: 0 } });
    await bo.say("two");
    expect((await enter({ room, cookie: bo.cookie, warmth })).welcome.you.role).toBe("member");
    await ann.act({ kind: "role", who: idOf(bo), role: "guest" });
    await bo.ops({ kind: "leave" });
    await bo.say("three");
    expect((await enter({ room, cookie: bo.cookie, warmth })).welcome.you.role).toBe("guest");
  });

  it("nothing can be done to somebody whom nobody knows", async () => {
    const { ann } = await annsRoom();
    for (const wish of [
      { kind: "role", role: "member" },
      { kind: "mute", seconds: 5 },
      { kind: "kick" },
      { kind: "ban", seconds: 5 },
    ])
      expect(await refusedTo(ann, { ...wish, who: "nobody" })).toBe("no_member");
  });
});

it("who is banned and why is for moderators and the operator to read, and nobody else", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  await ann.act({ kind: "create" });
  const bo = await enter({ room, name: "Bo" });
  const cleo = await enter({ room, name: "Cleo" });
  await ann.act({ kind: "ban", who: idOf(bo), seconds: 3600, reason: "Spam" });
  const read = (headers: Record<string, string>) => get(`/r/${room}/bans`, headers);
  const operator = { Authorization: "Bearer the-secret-of-the-operator" };
  for (const who of [{ Cookie: ann.cookie }, operator]) {
    expect(await (await read(who)).json()).toMatchObject({
      banned: [{ who: { name: "Bo" }, by: { name: "Ann" }, reason: "Spam", address: false, until: expect.any(Number) }],
    });
  }
  for (const who of [{ Cookie: cleo.cookie }, { Cookie: bo.cookie }, {}]) expect((await read(who)).status).toBe(403);
  await ann.act({ kind: "ban", who: idOf(bo), seconds: 0 });
  expect(await (await read(operator)).json()).toEqual({ banned: [] });
});

it("what was done to keep order stands in history where it was done, in each page", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  await ann.act({ kind: "create" });
  await ann.say("one");
  await ann.act({ kind: "rules", rules: { slow: 10 } });
  await ann.act({ kind: "react", target: 2, emoji: "👍", on: true });
  await ann.say("two");
  const bo = await enter({ room, name: "Bo" });
  await ann.act({ kind: "kick", who: idOf(bo), reason: "Cool down" });
  const cleo = await enter({ room, name: "Cleo" });
  const kick = { kind: "kick", who: idOf(bo), reason: "Cool down", by: idOf(ann) };
  expect(cleo.welcome.page).toMatchObject([
    { body: { text: "one" }, marks: [{ kind: "rules", rules: { slow: 10 } }] },
    { body: { text: "two" }, marks: [kick] },
  ]);
  expect(cleo.welcome.people.map(({ name }) => name).sort()).toEqual(["Ann", "Bo"]);
  const [first, second] = [
    { before: 5, limit: 1 },
    { after: 2, limit: 1 },
  ];
  for (const [ref, history] of [first, second].entries()) await cleo.send({ type: "ask", ref, history });
  await until(() => expect(cleo.frames("answer")).toHaveLength(2));
  expect(cleo.frames("answer").map(({ page }) => page)).toMatchObject([
    [{ body: { text: "one" }, marks: [{ kind: "rules" }] }],
    [{ body: { text: "two" }, marks: [kick] }],
  ]);
});
