import { describe, expect, it } from "vitest";
import { enter, freshRoom, open, until, type Warmth } from "./visitor.ts";

const ID = "abcdefghijklmnop";
const send = (text: string, more = "") =>
  `{"type":"ops","ops":[{"id":"${ID}","kind":"send","body":{"text":"${text}"}${more}}]}`;

const unreadable: [what: string, frame: string | ArrayBuffer, code: string][] = [
  ["is not JSON", "hi there", "not_json"],
  ["is half of JSON", '{"type":"ops","ops":[', "not_json"],
  ["is JSON but no frame", "[1,2,3]", "bad_frame"],
  ["has a type that we don't know", '{"type":"shout"}', "bad_frame"],
  ["has a field of the wrong type", '{"type":"typing","on":"yes"}', "bad_frame"],
  ["has no ops", '{"type":"ops","ops":[]}', "bad_frame"],
  ["has more ops than a frame takes", `{"type":"ops","ops":[${Array(101).fill("{}").join()}]}`, "bad_frame"],
  ["is binary", new ArrayBuffer(27), "binary"],
  ["is longer than a frame may be", `"${"x".repeat(64 * 1024)}"`, "too_long"],
  ["is longer than a frame may be in UTF-8 only", `"${"好".repeat(30_000)}"`, "too_long"],
  ["is nested too deeply", `{"type":"typing","on":${"[".repeat(10_000)}${"]".repeat(10_000)}}`, "too_deep"],
  ["has a __proto__ key", '{"type":"typing","on":true,"__proto__":{"admin":true}}', "bad_frame"],
  ["has ops and a __proto__ key", '{"type":"ops","ops":[{}],"__proto__":{}}', "bad_frame"],
  ["has a lone surrogate in a name", '{"type":"hello","name":"\\ud83d"}', "bad_text"],
];

const unacceptable: [what: string, frame: string, code: string][] = [
  ["has a lone surrogate in its text", send("\\ud83d"), "bad_text"],
  ["has a __proto__ key", send("hi", ',"__proto__":1'), "bad_frame"],
  ["is nested too deeply", send("hi", `,"x":${"[".repeat(20)}${"]".repeat(20)}`), "too_deep"],
  ["says nothing", send("  \\u200b "), "empty"],
  ["says what looks like nothing", send("\u3164\u2800"), "empty"],
  ["says too much", send("x".repeat(8001)), "too_long"],
  ["is of a kind that we don't know", send("hi").replace("send", "sing"), "unknown_kind"],
  [
    "reacts with a word",
    `{"type":"ops","ops":[{"id":"${ID}","kind":"react","target":1,"emoji":"ok","on":true}]}`,
    "bad_op",
  ],
  ["takes an invisible name", `{"type":"ops","ops":[{"id":"${ID}","kind":"rename","name":"\\u202e "}]}`, "bad_name"],
  [
    "takes a name that is too long",
    `{"type":"ops","ops":[{"id":"${ID}","kind":"rename","name":"${"a".repeat(33)}"}]}`,
    "bad_name",
  ],
];

describe.each<Warmth>(["warm", "evicted"])("what can't be read in a room that is %s", (warmth) => {
  it.each(unreadable)("a frame that %s is refused, and the talk goes on", async (_, frame, code) => {
    const room = freshRoom();
    const ann = await enter({ room, name: "Ann", warmth });
    const bo = await enter({ room, name: "Bo", warmth });
    await ann.sendRaw(frame);
    await until(() => expect(ann.refusals).toEqual([code]));
    await ann.say("still here");
    await until(() => expect(bo.texts).toEqual(["still here"]));
    expect(bo.refusals).toEqual([]);
  });

  it.each(unacceptable)("an op that %s is refused by its id, and the next is stored", async (_, frame, code) => {
    const ann = await enter({ room: freshRoom(), warmth });
    await ann.sendRaw(frame);
    await until(() => expect(ann.frames("refused")).toEqual([{ type: "refused", code, id: ID }]));
    expect(await ann.say("next")).toBe(1);
  });

  it("a bad op doesn't take the good ones of its frame with it", async () => {
    const ann = await enter({ room: freshRoom(), warmth });
    await ann.ops(
      { kind: "send", body: { text: "one" } },
      { kind: "sing" },
      { nothing: true },
      { kind: "send", body: { text: "two" } },
    );
    await until(() => expect(ann.texts).toEqual(["one", "two"]));
    expect(ann.refusals).toEqual(["unknown_kind", "bad_op"]);
  });

  it("unknown fields are stripped, not refused", async () => {
    const ann = await enter({ room: freshRoom(), warmth });
    await ann.sendRaw(send("hi", ',"mood":"good"'));
    await until(() => expect(ann.events).toMatchObject([{ kind: "send", body: { text: "hi" } }]));
    expect(ann.received.join("")).not.toContain("mood");
  });

  it("a name that can't be one is refused, and its bearer is welcome as a guest", async () => {
    const ann = await enter({ room: freshRoom(), name: "\u202e", warmth });
    expect(ann.refusals).toEqual(["bad_name"]);
    expect(ann.welcome.you).toMatchObject({ guest: true, role: "guest" });
  });

  it("any text comes back as it was sent: live, in history and after sleep", async () => {
    const room = freshRoom();
    const ann = await enter({ room, warmth });
    const texts = [
      "a\u0000b",
      "‮rtl‬",
      "👨‍👩‍👧‍👦 🇹🇼",
      "\\u0000 \" ' ; DROP TABLE events",
      "終わり\n\n第二行\t。",
      "%_[]*",
      "🀄︎𠮷野家",
    ];
    for (const text of texts) await ann.say(text);
    const bo = await enter({ room, warmth });
    expect(ann.texts).toEqual(texts);
    expect(bo.welcome.page?.map((message) => message.body?.text)).toEqual(texts);
  });
});

it("closing with 1005, 1006 or no code at all is answered, and others go on", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  const bo = await enter({ room, name: "Bo" });
  bo.socket.close();
  await until(() => expect(bo.closed).toBeDefined());
  await ann.say("bye Bo");
  await until(() => expect(ann.frames("roster").at(-1)).toMatchObject({ count: 1 }));
});

it("a socket that is closing doesn't stop a broadcast", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  const others = await Promise.all(Array.from({ length: 8 }, () => enter({ room })));
  for (const other of others.slice(0, 4)) other.socket.close(1000);
  await ann.say("to whoever is left");
  for (const other of others.slice(4)) await until(() => expect(other.texts).toEqual(["to whoever is left"]));
});

it("a room has the name of its URL, in any script", async () => {
  const ann = await enter({ room: "茶室-１" });
  expect(ann.welcome.room.name).toBe("茶室-1");
  const mute = await open({ room: "茶室-1" });
  expect((await mute.hello()).roster.count).toBeGreaterThan(0);
});
