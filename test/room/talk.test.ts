import { nanoid } from "nanoid";
import { describe, expect, it } from "vitest";
import { enter, freshRoom, open, until, type Warmth } from "./visitor.ts";

describe.each<Warmth>(["warm", "evicted"])("talking in a room that is %s", (warmth) => {
  it("ann and bo see each other's lines, once and in one order", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    const bo = await enter({ room, name: "Bo", warmth });
    await ann.say("hi Bo");
    await bo.say("hi Ann");
    await ann.say("how are you?");
    await until(() => expect(bo.texts).toEqual(["hi Bo", "hi Ann", "how are you?"]));
    expect(ann.events).toEqual(bo.events);
    expect(ann.events.map((event) => event.seq)).toEqual([1, 2, 3]);
  });

  it("ann's three ops of one frame are stored in her order", async () => {
    const ann = await enter({ room: freshRoom(), warmth });
    const ids = await ann.ops(...["one", "two", "three"].map((text) => ({ kind: "send", body: { text } })));
    await until(() => expect(ann.events.map((event) => event.id)).toEqual(ids));
  });

  it("bo, who comes later, finds the talk waiting in his welcome", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    await ann.say("anybody?");
    const bo = await enter({ room, name: "Bo", warmth });
    expect(bo.welcome).toMatchObject({
      head: 1,
      tail: 1,
      reset: false,
      page: [{ seq: 1, body: { text: "anybody?" } }],
    });
    expect(bo.welcome.epoch).toBe(ann.events[0]?.id);
    expect(bo.welcome.people).toEqual([{ member: ann.welcome.you.member, name: "Ann", tag: ann.welcome.you.tag }]);
  });

  it("ann's resend over a new connection is answered stored, and nobody sees it twice", async () => {
    const room = freshRoom();
    const bo = await enter({ room, name: "Bo", warmth });
    const ann = await enter({ room, name: "Ann", warmth });
    const op = { id: nanoid(), kind: "send", body: { text: "once" } };
    await ann.ops(op);
    await ann.echo(op.id);
    await ann.leave();
    const again = await enter({ room, cookie: ann.cookie, warmth });
    await again.ops(op, { kind: "send", body: { text: "next" } });
    await until(() => expect(again.frames("stored")).toEqual([{ type: "stored", ids: [[op.id, 1]] }]));
    await until(() => expect(bo.texts).toEqual(["once", "next"]));
  });

  it("ann's resend is recognised even after she deleted the message", async () => {
    const ann = await enter({ room: freshRoom(), warmth });
    const op = { id: nanoid(), kind: "send", body: { text: "oops" } };
    await ann.act(op);
    await ann.act({ kind: "delete", target: 1 });
    await ann.ops(op);
    await until(() => expect(ann.frames("stored")).toEqual([{ type: "stored", ids: [[op.id, 1]] }]));
  });

  it("an id can't stand for something else, nor for somebody else's words", async () => {
    const room = freshRoom();
    const ann = await enter({ room, warmth });
    const bo = await enter({ room, warmth });
    const id = nanoid();
    await ann.act({ id, kind: "send", body: { text: "mine" } });
    await ann.ops({ id, kind: "send", body: { text: "other" } });
    await ann.ops({ id, kind: "delete", target: 1 });
    await bo.ops({ id, kind: "send", body: { text: "mine" } });
    await until(() => expect(ann.refusals).toEqual(["id_reused", "id_reused"]));
    await until(() => expect(bo.refusals).toEqual(["id_reused"]));
    expect(ann.welcome.head + ann.events.length).toBe(1);
  });

  it("ann edits, deletes and reacts, and bo who was away has the same in the end", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    const bo = await enter({ room, name: "Bo", warmth });
    await ann.say("frist");
    await ann.say("secret");
    await until(() => expect(bo.events.length).toBe(2));
    const cursor = bo.cursor;
    await bo.leave();
    await ann.act({ kind: "edit", target: 1, body: { text: "first" } });
    await ann.act({ kind: "edit", target: 2, body: { text: "still secret" } });
    await ann.act({ kind: "react", target: 1, emoji: "👍", on: true });
    await ann.act({ kind: "delete", target: 2 });
    await ann.act({ kind: "send", body: { text: "see above" }, replyTo: 1 });
    const back = await enter({ room, cookie: bo.cookie, warmth, hello: cursor });
    await back.catchUp();
    expect(back.events).toMatchObject([
      { seq: 3, kind: "edit", target: 1, body: { text: "first" } },
      { seq: 4, kind: "edit", target: 2, body: null },
      { seq: 5, kind: "react", target: 1, emoji: "👍", on: true },
      { seq: 6, kind: "delete", target: 2 },
      { seq: 7, kind: "send", replyTo: 1 },
    ]);
    const cleo = await enter({ room, warmth });
    expect(cleo.welcome.page).toMatchObject([
      { seq: 1, body: { text: "first" }, reactions: [{ emoji: "👍", by: [ann.welcome.you.member] }] },
      { seq: 2, body: null },
      { seq: 7, body: { text: "see above" }, replyTo: 1 },
    ]);
    expect(cleo.welcome.page?.[0]?.edited).toBe(ann.events[2]?.at);
    expect(cleo.received.join("")).not.toContain("secret");
  });

  it("bo can't edit or delete ann's message, nor touch what is not there", async () => {
    const room = freshRoom();
    const ann = await enter({ room, warmth });
    const bo = await enter({ room, warmth });
    await ann.say("mine");
    await bo.ops(
      { kind: "edit", target: 1, body: { text: "his" } },
      { kind: "delete", target: 1 },
      { kind: "react", target: 9, emoji: "👍", on: true },
      { kind: "send", body: { text: "re" }, replyTo: 9 },
    );
    await until(() => expect(bo.refusals).toEqual(["not_yours", "not_yours", "no_message", "no_message"]));
    await ann.act({ kind: "delete", target: 1 });
    await bo.ops({ kind: "react", target: 1, emoji: "👍", on: true });
    await until(() => expect(bo.refusals.at(-1)).toBe("deleted"));
  });

  it("ann changes her name, and everybody learns it from the log", async () => {
    const room = freshRoom();
    const bo = await enter({ room, name: "Bo", warmth });
    const ann = await enter({ room, name: "Ann", warmth });
    await ann.say("hi");
    await ann.act({ kind: "rename", name: " Anna\u202e " });
    await until(() => expect(bo.events.at(-1)).toMatchObject({ kind: "rename", name: "Anna" }));
    await ann.say("it's me");
    await until(() => expect(bo.texts).toEqual(["hi", "it's me"]));
    expect(
      bo
        .frames("events")
        .flatMap(({ people }) => people)
        .at(-1),
    ).toMatchObject({ name: "Anna" });
    const back = await enter({ room, name: "Ann", cookie: ann.cookie, warmth });
    expect(back.welcome.you).toMatchObject({ name: "Anna", role: "member" });
  });

  it("ann, who was a guest at first, gets the name that she comes back with", async () => {
    const room = freshRoom();
    const guest = await enter({ room, warmth });
    await guest.say("just looking");
    const ann = await enter({ room, name: "Ann", cookie: guest.cookie, warmth });
    expect(ann.welcome.you).toMatchObject({ name: "Ann", role: "member" });
    await ann.say("I'm staying");
    await until(() => expect(guest.frames("events").at(-1)?.people).toMatchObject([{ name: "Ann" }]));
  });

  it("who was there before the room existed knows its epoch from the first event", async () => {
    const room = freshRoom();
    const ann = await enter({ room, warmth });
    expect(ann.welcome).toMatchObject({ epoch: "", head: 0, tail: 0, page: [] });
    await ann.say("first!");
    const back = await enter({ room, warmth, hello: ann.cursor });
    expect(back.welcome).toMatchObject({ reset: false, epoch: ann.events[0]?.id, head: 1 });
  });

  it("bo learns that ann is typing, and ann doesn't", async () => {
    const room = freshRoom();
    const ann = await enter({ room, warmth });
    const bo = await enter({ room, warmth });
    await ann.send({ type: "typing", on: true });
    await until(() => expect(bo.frames("typing")).toMatchObject([{ member: ann.welcome.you.member, on: true }]));
    expect(ann.frames("typing")).toEqual([]);
  });

  it("bo learns how far ann has read, and so does who comes later", async () => {
    const room = freshRoom();
    const ann = await enter({ room, warmth });
    const bo = await enter({ room, warmth });
    await bo.say("read me");
    await ann.send({ type: "read", seq: 1 });
    const read = [[ann.welcome.you.member, 1]];
    await until(() => expect(bo.frames("roster").at(-1)).toMatchObject({ read }));
    const cleo = await enter({ room, warmth });
    expect(cleo.welcome.roster.read).toEqual(read);
  });

  it("the pong carries the log's head", async () => {
    const ann = await enter({ room: freshRoom(), warmth });
    await ann.say("one");
    await ann.sendRaw('{"type":"ping"}');
    await until(() => expect(ann.frames("pong")).toEqual([{ type: "pong", epoch: ann.events[0]?.id, head: 1 }]));
  });

  it("ann pages through history both ways, and sees messages as they are now", async () => {
    const room = freshRoom();
    const ann = await enter({ room, warmth });
    const texts = Array.from({ length: 60 }, (_, index) => `line ${index + 1}`);
    await ann.ops(...texts.map((text) => ({ kind: "send", body: { text } })));
    await until(() => expect(ann.texts).toEqual(texts));
    await ann.act({ kind: "edit", target: 3, body: { text: "third" } });
    const ask = async (ref: number, history: object) => {
      await ann.send({ type: "ask", ref, history });
      return until(() => {
        const answer = ann.frames("answer").find((frame) => frame.ref === ref);
        expect(answer).toBeDefined();
        return { seqs: answer?.page.map((message) => message.seq), more: answer?.more, page: answer?.page };
      });
    };
    expect(await ask(1, { before: 11, limit: 10 })).toMatchObject({
      seqs: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
      more: false,
    });
    expect((await ask(2, { before: 4, limit: 1 })).page).toMatchObject([{ seq: 3, body: { text: "third" } }]);
    expect(await ask(3, { after: 57 })).toMatchObject({ seqs: [58, 59, 60], more: false });
    expect(await ask(4, { after: 0, limit: 2 })).toMatchObject({ seqs: [1, 2], more: true });
    expect((await ask(5, {})).seqs?.[0]).toBe(11);
  });

  it("a socket that never says hello hears nothing and is not here", async () => {
    const room = freshRoom();
    const mute = await open({ room, warmth });
    const ann = await enter({ room, warmth });
    await mute.ops({ kind: "send", body: { text: "no hello" } });
    await until(() => expect(mute.refusals).toEqual(["hello_first"]));
    await ann.say("only me");
    expect(ann.welcome.roster.count).toBe(1);
    expect(mute.frames("events")).toEqual([]);
  });
});
