import { describe, expect, it } from "vitest";
import { enter, freshRoom, get, open, until, type Visitor, type Warmth } from "./visitor.ts";

const KEY = { "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==" };

describe.each<Warmth>(["warm", "evicted"])("the article's client in a room that is %s", (warmth) => {
  const line = async (visitor: Visitor, text: string) => {
    const before = visitor.received.length;
    await visitor.sendRaw(text);
    return until(() => {
      expect(visitor.received.length).toBeGreaterThan(before);
      return visitor.received.slice(before).join("\n");
    });
  };

  it("is greeted alone by the first eight characters of its key", async () => {
    const room = freshRoom();
    const first = await open({ room, offer: null, headers: KEY, warmth });
    const second = await open({ room, offer: null, warmth });
    await until(() => expect(second.received.length).toBe(1));
    expect(first.received).toEqual(["[Client dGhlIHNh is connected!]"]);
  });

  it("hears everybody's lines, its own too, and nothing else", async () => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    const guest = await open({ room, offer: null, headers: KEY, warmth });
    expect(await line(guest, "hello from the article")).toBe("dGhlIHNh: hello from the article");
    expect(await line(guest, "ping")).toBe("dGhlIHNh: ping");
    await ann.say("welcome, 客人");
    await ann.act({ kind: "edit", target: 3, body: { text: "welcome" } });
    await ann.act({ kind: "react", target: 1, emoji: "👍", on: true });
    await ann.send({ type: "typing", on: true });
    await ann.say("the end");
    const label = `Ann#${ann.welcome.you.tag}`;
    await until(() => expect(guest.received.at(-1)).toBe(`${label}: the end`));
    expect(guest.received).toEqual([
      "[Client dGhlIHNh is connected!]",
      "dGhlIHNh: hello from the article",
      "dGhlIHNh: ping",
      `${label}: welcome, 客人`,
      `${label}: the end`,
    ]);
    expect(ann.texts.slice(0, 2)).toEqual(["hello from the article", "ping"]);
  });

  it("is answered with chat when it offers chat, superchat", async () => {
    const answer = await get(`/r/${freshRoom()}`, {
      Upgrade: "websocket",
      "Sec-WebSocket-Protocol": "chat, superchat",
    });
    expect(answer.status).toBe(101);
    expect(answer.headers.get("Sec-WebSocket-Protocol")).toBe("chat");
    answer.webSocket?.accept();
    answer.webSocket?.close();
  });

  it("can take a name, see who is here, look back and wave", async () => {
    const room = freshRoom();
    const guest = await open({ room, offer: "chat", warmth });
    expect(await line(guest, "/history")).toBe("[Nothing was said here yet.]");
    const named = await line(guest, "/name 阿明");
    expect(named).toMatch(/^\[You are 阿明#[a-z0-9]{4}\.\]$/);
    const label = named.slice(9, -2);
    expect(await line(guest, "/who")).toBe(`[1 here: ${label}]`);
    expect(await line(guest, "/me waves")).toBe(`* ${label} waves`);
    expect(await line(guest, "//etc/hosts")).toBe(`${label}: /etc/hosts`);
    expect(await line(guest, "/help")).toContain("/history 20");
    await guest.sendRaw("/history 5");
    await until(() => expect(guest.received.slice(-2)).toEqual([`* ${label} waves`, `${label}: /etc/hosts`]));
  });

  it.each([
    ["an unknown command", "/nope", "[Unknown command: /help lists them, // starts a line with a slash.]"],
    ["a line without anything to see", " \u200b ", "[There is nothing to read in that.]"],
    ["a line that is too long", "好".repeat(8001), "[That is longer than it may be.]"],
    ["a name that is none", "/name \u202e", "[A name has 1 to 32 characters that can be seen.]"],
  ])("is told in one line about %s, and nobody else hears of it", async (_, sent, said) => {
    const room = freshRoom();
    const guest = await open({ room, offer: null, warmth });
    const other = await open({ room, offer: null, warmth });
    await until(() => expect(guest.received.length).toBe(1));
    expect(await line(guest, sent)).toBe(said);
    await line(guest, "still here");
    await until(() => expect(other.received.length).toBe(2));
  });

  it("a guest's label is never their member id", async () => {
    const room = freshRoom();
    const guest = await open({ room, offer: null, warmth });
    await line(guest, "who am I?");
    const ann = await enter({ room, warmth });
    const [person] = ann.welcome.people;
    expect(person).toMatchObject({ guest: true });
    expect(person?.member).not.toContain(person?.name);
  });
});
