// The operator of the deployment, over HTTP: what they may do in a room, about whom, and that each of it is in the log.
import { describe, expect, it } from "vitest";
import { enter, freshRoom, get, rowsOf, until, type Visitor } from "./visitor.ts";

const OPERATOR = { Authorization: "Bearer the-secret-of-the-operator" };
const ask = (room: string, wish: object, headers: Record<string, string> = OPERATOR) =>
  get(`/r/${room}/ops`, headers, { method: "POST", body: JSON.stringify(wish) });

const targets = ["guest", "member", "moderator", "owner"] as const;
type Target = (typeof targets)[number];

/** Somebody of a role, what they said, and a room of theirs and ann's. */
interface Scene {
  who: string;
  said: number;
  bot: string;
  incoming: string;
  outgoing: string;
}

const url = "https://example.com/";
const secret = `whsec_${"A".repeat(32)}`;
const program = (is: "bot" | "hook", letter: string) => `${is}-${letter.repeat(20)}`;

/** What keeps a room in order, about somebody where it is about anybody. */
const may: Record<string, (scene: Scene) => { kind: string }> = {
  "delete what they said": ({ said }) => ({ kind: "delete", target: said }),
  mute: ({ who }) => ({ kind: "mute", who, seconds: 60 }),
  "let them speak": ({ who }) => ({ kind: "mute", who, seconds: 0 }),
  kick: ({ who }) => ({ kind: "kick", who, reason: "Cool down" }),
  ban: ({ who }) => ({ kind: "ban", who, seconds: null, reason: "Spam" }),
  "let them back": ({ who }) => ({ kind: "ban", who, seconds: 0 }),
  "make them a guest": ({ who }) => ({ kind: "role", who, role: "guest" }),
  "make them a member": ({ who }) => ({ kind: "role", who, role: "member" }),
  "make them a moderator": ({ who }) => ({ kind: "role", who, role: "moderator" }),
  "make them the owner": ({ who }) => ({ kind: "role", who, role: "owner" }),
  topic: () => ({ kind: "topic", text: "Tea" }),
  title: () => ({ kind: "rules", rules: { title: "Tea" } }),
  slow: () => ({ kind: "rules", rules: { slow: 10 } }),
  write: () => ({ kind: "rules", rules: { write: "members" } }),
  keep: () => ({ kind: "rules", rules: { keep: 86_400 } }),
  listed: () => ({ kind: "rules", rules: { listed: true } }),
  locked: () => ({ kind: "rules", rules: { locked: true } }),
  pass: () => ({ kind: "rules", rules: { pass: { code: "sesame" } } }),
  "take the passcode away": () => ({ kind: "rules", rules: { pass: null } }),
  "make a bot": () => ({ kind: "bot", who: program("bot", "z"), name: "Weather", may: "both" }),
  "make a webhook": () => ({ kind: "hook", who: program("hook", "z"), name: "Build" }),
  "make an outgoing webhook": () => ({
    ...{ kind: "hook", who: program("hook", "y"), name: "Log" },
    to: { url, secret, tells: ["messages"] },
  }),
  "pause a webhook": ({ outgoing }) => ({ kind: "pause", who: outgoing, on: true }),
  "start it again": ({ outgoing }) => ({ kind: "pause", who: outgoing, on: false }),
  "revoke a bot": ({ bot }) => ({ kind: "revoke", who: bot }),
  "revoke a webhook": ({ incoming }) => ({ kind: "revoke", who: incoming }),
  "revoke an outgoing webhook": ({ outgoing }) => ({ kind: "revoke", who: outgoing }),
};

/** What is said, and what is one's own. */
const mayNot: Record<string, (scene: Scene) => object> = {
  send: () => ({ kind: "send", body: { text: "hi" } }),
  answer: ({ said }) => ({ kind: "send", body: { text: "hi" }, replyTo: said }),
  edit: ({ said }) => ({ kind: "edit", target: said, body: { text: "I am sorry" } }),
  react: ({ said }) => ({ kind: "react", target: said, emoji: "👍", on: true }),
  rename: () => ({ kind: "rename", name: "Ann" }),
  create: () => ({ kind: "create" }),
  leave: () => ({ kind: "leave" }),
};

async function sceneWith(target: Target): Promise<Scene & { room: string; cleo: Visitor }> {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  await ann.act({ kind: "create" });
  const cleo = await enter({ room, name: "Cleo" });
  const said = await cleo.say("hi");
  const { member: who } = cleo.welcome.you;
  const [bot, incoming, outgoing] = [program("bot", "b"), program("hook", "c"), program("hook", "d")];
  await ann.act({ kind: "bot", who: bot, name: "Clock", may: "both" });
  await ann.act({ kind: "hook", who: incoming, name: "Door" });
  await ann.act({ kind: "hook", who: outgoing, name: "Book", to: { url, secret, tells: ["messages"] } });
  if (target !== "member") await ann.act({ kind: "role", who, role: target });
  return { room, cleo, who, said, bot, incoming, outgoing };
}

describe.each(targets)("about a %s the operator may", (target) => {
  it("do all that keeps a room in order, and each of it is an event that everybody is told of", async () => {
    const scene = await sceneWith(target);
    const { room } = scene;
    for (const [what, wish] of Object.entries(may)) {
      const answer = await ask(room, wish(scene));
      const event = await answer.json<{ seq: number; kind: string }>();
      expect([answer.status, event], what).toMatchObject([201, { by: "operator", kind: wish(scene).kind }]);
      expect(await rowsOf(room), what).toContain(`"seq":${event.seq},`);
      // They are who they were for the next.
      if (what.startsWith("make them")) await ask(room, { kind: "role", who: scene.who, role: target });
    }
  });

  it("not speak, nor do what is one's own", async () => {
    const scene = await sceneWith(target);
    const before = await rowsOf(scene.room);
    for (const [what, wish] of Object.entries(mayNot)) {
      const answer = await ask(scene.room, wish(scene));
      expect([answer.status, await answer.json()], what).toMatchObject([403, { error: { code: "not_allowed" } }]);
    }
    // They have said nothing that could be erased.
    expect((await ask(scene.room, { kind: "erase" })).status).toBe(404);
    expect(await rowsOf(scene.room)).toBe(before);
  });
});

it("whoever has not the operator's secret does nothing by saying that they are", async () => {
  const { room, who } = await sceneWith("member");
  const before = await rowsOf(room);
  for (const wish of Object.values(may)) {
    const said = wish({
      who,
      said: 2,
      bot: program("bot", "b"),
      incoming: program("hook", "c"),
      outgoing: program("hook", "d"),
    });
    const forged = { "Parlor-Member": "operator", "Parlor-Label": "Operator" };
    expect((await ask(room, { ...said, by: "operator" }, forged)).status).toBe(403);
    expect((await ask(room, said, { Authorization: "Bearer operator" })).status).toBe(401);
  }
  expect(await rowsOf(room)).toBe(before);
});

it("whoever calls themselves Operator has a tag that is not theirs, and no role", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  await ann.say("hi");
  const eve = await enter({ room, name: "Operator" });
  await eve.say("I am the operator");
  await ask(room, { kind: "topic", text: "Order" });
  const real = await until(() => {
    const found = ann.frames("events").flatMap(({ people = [] }) => people);
    const operators = found.filter(({ name }) => name === "Operator");
    expect(operators).toHaveLength(2);
    return operators;
  });
  expect(real?.map(({ tag, role }) => [tag, role])).toEqual([
    [eve.welcome.you.member.slice(0, 4), undefined],
    ["····", "operator"],
  ]);
});
