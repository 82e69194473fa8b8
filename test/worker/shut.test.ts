// A room that is closed to somebody: whichever door they knock at, they get the same answer, and nothing else.
import { runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, it } from "vitest";
import { SECURITY_HEADERS } from "../../src/worker/headers.ts";
import { enter, freshRoom, get, objectOf, rowsOf, sleep } from "../room/visitor.ts";
import { doors, routes } from "./every-door.ts";

type State = "banned" | "banned by address" | "locked" | "asking for a passcode" | "gone";
type Said = [status: number, code?: string];

const refusals: Record<State, Said> = {
  banned: [403, "banned"],
  "banned by address": [403, "banned"],
  locked: [403, "locked"],
  "asking for a passcode": [401, "pass_needed"],
  gone: [410, "gone"],
};
const states = Object.keys(refusals) as State[];
const always = (...said: Said) => Object.fromEntries(states.map((state) => [state, said]));
const nobodys = (...said: Said) => ({ ...always(...said), gone: refusals.gone });
const overSocket = Object.fromEntries(states.map((state) => [state, [101, refusals[state][1]] as Said]));

/** Where another answer is what PROTOCOL.md says: what is everybody's, what is theirs, and what nobody has. */
const otherwise: Record<string, Partial<Record<State, Said>>> = {
  "the app": always(200),
  "a search engine": always(200),
  "a slash at the end": always(308),
  "the key of pushes": always(200),
  "the end of a subscription": always(204),
  "what is mine": nobodys(200),
  "a poll of nobody's session": always(410, "no_session"),
  "a word in nobody's session": always(410, "no_session"),
  "the end of nobody's session": always(410, "no_session"),
  "a webhook's word": nobodys(401, "bad_token"),
  // It passes a lock and a passcode, and whoever lives with somebody who is banned; only the secret is wrong.
  "a secret from another device": { ...nobodys(403, "not_allowed"), banned: refusals.banned },
  "a socket": overSocket,
  "a socket that searches": { ...overSocket, "asking for a passcode": [101, "hello_first"] },
  // They may say it there; of the room they hear nothing.
  lines: { "asking for a passcode": [101] },
  "a session": { "asking for a passcode": [200, "pass_needed"] },
};

const HOUSE = { "CF-Connecting-IP": "203.0.113.7" };
const HEAD = 987_654;
const fresh = () => ({ Cookie: `__Host-parlor=${crypto.randomUUID().replaceAll("-", "").padEnd(43, "x")}` });

/** Annabel's room, closed to somebody; and what they must not get to know. */
async function closed(state: State) {
  const room = freshRoom();
  const ann = await enter({ room, name: "Annabel" });
  await ann.act({ kind: "create" });
  await ann.act({
    kind: "rules",
    rules: { title: "Pirates", listed: state !== "banned" && state !== "banned by address" },
  });
  await ann.act({ kind: "topic", text: "Parrots" });
  await ann.say("the treasure is under the oak");
  const bo = await enter({ room, name: "Bo", headers: HOUSE });
  // A head that could be nothing else.
  await runInDurableObject(objectOf(room), (_, { storage }) => {
    storage.sql.exec(
      "INSERT INTO events (seq, id, by, at, kind, data) VALUES (?, 'an-id-of-nobodys-00001', ?, ?, 'send', ?)",
      ...[HEAD, ann.welcome.you.member, Date.now(), '{"body":{"text":"the treasure, again"}}'],
    );
  });
  await sleep(room);
  const { member } = bo.welcome.you;
  if (state === "banned") await ann.act({ kind: "ban", who: member, seconds: null, reason: "Spam" });
  if (state === "banned by address") await ann.act({ kind: "ban", who: member, seconds: null, address: true });
  if (state === "locked") await ann.act({ kind: "rules", rules: { locked: true } });
  if (state === "asking for a passcode") await ann.act({ kind: "rules", rules: { pass: { code: "sesame" } } });
  if (state === "gone") await get(`/r/${room}`, { Cookie: ann.cookie }, { method: "DELETE" });
  const theirs = state === "banned" || state === "gone";
  const who = theirs ? { Cookie: bo.cookie } : { ...fresh(), ...(state === "banned by address" && HOUSE) };
  const secrets = ["treasure", "oak", "Pirates", "Parrots", "Annabel", "sesame", ann.events[0]?.id ?? "", "98765"];
  return { room, who, secrets, anns: ann.welcome.you.member };
}

describe.each(states)("in a room that is %s to whoever knocks", (state) => {
  let opened: Awaited<ReturnType<typeof closed>>;
  let before: string;
  beforeAll(async () => {
    opened = await closed(state);
    before = await rowsOf(opened.room);
  });

  it.each(doors.map((door) => [`${door.route}, ${door.as}`, door] as const))("%s", async (_, { as, knock }) => {
    const { room, who, secrets, anns } = opened;
    const { status, code, said, headers } = await knock(`/r/${room}`, who);
    const [itsStatus, itsCode] = otherwise[as]?.[state] ?? refusals[state];
    expect([status, code], said).toEqual([itsStatus, itsCode]);
    // What is mine tells by whom and when I was banned: that was done to me.
    const mine = as === "what is mine";
    for (const secret of mine ? secrets.slice(0, -1) : [...secrets, anns]) expect(said).not.toContain(secret);
    if (headers !== undefined) {
      for (const [name, value] of Object.entries(SECURITY_HEADERS)) expect(headers.get(name), name).toBe(value);
      expect(headers.get("X-Robots-Tag")).toBe("noindex");
    }
  });

  it("and nothing of all that is stored", async () => {
    expect(await rowsOf(opened.room)).toBe(before);
  });
});

it("and these are all the doors that the Worker has", () => {
  expect([...new Set(doors.map(({ route }) => route))].sort()).toEqual([...new Set(routes)].sort());
});
