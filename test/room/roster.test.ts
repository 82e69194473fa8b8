import { describe, expect, it } from "vitest";
import { enter, freshRoom, open, sleep, until, type Warmth } from "./visitor.ts";

describe.each<Warmth>(["warm", "evicted"])("who is here, in a room that is %s", (warmth) => {
  it("ann sees bo come and go", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    const bo = await enter({ room, name: "Bo", warmth });
    expect(bo.welcome.roster).toMatchObject({ count: 2, here: [{ name: "Ann" }, { name: "Bo" }] });
    await until(() => expect(ann.frames("roster").at(-1)).toMatchObject({ count: 2, joined: [{ name: "Bo" }] }));
    await bo.leave();
    await until(() => expect(ann.frames("roster").at(-1)).toMatchObject({ count: 1, left: [bo.welcome.you.member] }));
  });

  it("ann in two tabs is one person, who stays until the second is closed", async () => {
    const room = freshRoom();
    const bo = await enter({ room, name: "Bo", warmth });
    const tab = await enter({ room, name: "Ann", warmth });
    const other = await enter({ room, name: "Ann", cookie: tab.cookie, warmth });
    expect(other.welcome.you).toEqual(tab.welcome.you);
    expect(other.welcome.roster.count).toBe(2);
    await tab.leave();
    await bo.say("still there?");
    await until(() => expect(other.texts).toEqual(["still there?"]));
    expect(bo.frames("roster").flatMap((frame) => frame.left)).toEqual([]);
    await other.leave();
    await until(() => expect(bo.frames("roster").at(-1)).toMatchObject({ count: 1, left: [tab.welcome.you.member] }));
  });

  it("nobody stays as a ghost of a socket that closed", async () => {
    const room = freshRoom();
    const bo = await enter({ room, name: "Bo", warmth });
    for (let visit = 0; visit < 5; visit += 1) {
      const ann = await enter({ room, name: "Ann", warmth });
      await ann.leave();
    }
    await sleep(room);
    const cleo = await enter({ room, name: "Cleo", warmth });
    expect(cleo.welcome.roster).toMatchObject({ count: 2, here: [{ name: "Bo" }, { name: "Cleo" }] });
    await bo.leave();
  });

  it("who says hello and is gone in the same moment leaves no ghost", async () => {
    const room = freshRoom();
    const bo = await enter({ room, name: "Bo", warmth });
    for (let visit = 0; visit < 10; visit += 1) {
      const hasty = await open({ room });
      hasty.socket.send('{"type":"hello","name":"Hasty"}');
      hasty.socket.close(1000);
    }
    const rude = await open({ room });
    rude.socket.send('{"type":"hello","name":"Rude"}');
    rude.socket.close(1000);
    await until(() => expect(rude.closed).toBeDefined());
    await bo.say("who was that?");
    const cleo = await enter({ room, name: "Cleo", warmth });
    expect(cleo.welcome.roster).toMatchObject({ count: 2, here: [{ name: "Bo" }, { name: "Cleo" }] });
  });

  it("how far ann has read is the furthest of her tabs", async () => {
    const room = freshRoom();
    const bo = await enter({ room, name: "Bo", warmth });
    const tab = await enter({ room, name: "Ann", warmth });
    const other = await enter({ room, name: "Ann", cookie: tab.cookie, warmth });
    await bo.say("one");
    await bo.say("two");
    await tab.send({ type: "read", seq: 2 });
    await until(() => expect(bo.frames("roster").at(-1)?.read.length).toBe(1));
    await other.send({ type: "read", seq: 1 });
    await bo.say("three");
    const reads = await until(() => {
      const all = bo.frames("roster").flatMap((frame) => frame.read);
      expect(all.length).toBe(2);
      return all;
    });
    expect(reads.at(-1)).toEqual([tab.welcome.you.member, 2]);
  });

  it("ann and another who calls himself Ann differ in their tags", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    const other = await enter({ room, name: "Ann", warmth });
    expect(other.welcome.you.name).toBe("Ann");
    expect(other.welcome.you.tag).not.toBe(ann.welcome.you.tag);
  });

  it("a crowd is counted, and only a hundred are named", async () => {
    const room = freshRoom();
    const crowd = await Promise.all(Array.from({ length: 104 }, (_, index) => enter({ room, name: `p${index}` })));
    const ann = await enter({ room, name: "Ann", warmth });
    expect(ann.welcome.roster.count).toBe(105);
    expect(ann.welcome.roster.here.length).toBe(100);
    await until(() => expect(crowd[0]?.frames("roster").at(-1)).toMatchObject({ count: 105, joined: [] }));
  });

  it("somebody at the text door is here too, by the name of the article's greeting", async () => {
    const room = freshRoom();
    const headers = { "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==" };
    const guest = await open({ room, offer: null, headers, warmth });
    const ann = await enter({ room, name: "Ann", warmth });
    expect(ann.welcome.roster.here).toMatchObject([{ name: "dGhlIHNh", guest: true }, { name: "Ann" }]);
    await guest.leave();
    await until(() => expect(ann.frames("roster").at(-1)).toMatchObject({ count: 1 }));
  });
});
