// What the operator's log gets to hear: one line of JSON for each fault, and of whom and what it was about, nothing.
import { runInDurableObject } from "cloudflare:test";
import { createHash } from "node:crypto";
import { afterEach, expect, it, vi } from "vitest";
import { logFault } from "../../src/room/fault.ts";
import { enter, freshRoom, objectOf, sleep } from "../room/visitor.ts";
import { doors } from "./every-door.ts";

const SAID = "I love you, Bo";
const CODE = "sesame-on-the-hill";
const ADDRESS = "203.0.113.77";
const COOKIE = "c".repeat(43);
const TOKEN = `parlor_bot_${"T".repeat(43)}`;

/** All that is logged from now on, by the Worker and the rooms. */
function listens(): string[] {
  const lines: string[] = [];
  for (const way of ["debug", "error", "info", "log", "trace", "warn"] as const)
    vi.spyOn(console, way).mockImplementation((...said: unknown[]) => void lines.push(said.map(String).join(" ")));
  return lines;
}
afterEach(() => void vi.restoreAllMocks());

it("through every door, and with every row spoilt, not a word, a name, an address or a secret", async () => {
  const room = freshRoom();
  const who = { Cookie: `__Host-parlor=${COOKIE}`, "CF-Connecting-IP": ADDRESS };
  const ann = await enter({ room, name: "Annabel", cookie: who.Cookie, headers: who });
  await ann.act({ kind: "create" });
  await ann.say(SAID);
  const lines = listens();
  // It would end the room, or what is asked of it.
  const harmless = doors.filter(({ as }) => !["the end of it", "no words"].includes(as));
  const tokens = [TOKEN, "the-secret-of-the-operator"].map((token) => ({ Authorization: `Bearer ${token}` }));
  const code = { Authorization: `Basic ${btoa(`x:${CODE}`)}`, ...who };
  for (const { knock } of harmless) await knock(`/r/${room}`, code);
  for (const { knock } of harmless.filter(({ as }) => ["JSON", "a message", "a topic", "lines"].includes(as)))
    for (const token of tokens) await knock(`/r/${room}`, { ...token, "CF-Connecting-IP": ADDRESS });
  // Nothing went wrong in all that.
  expect(lines).toEqual([]);

  await runInDurableObject(objectOf(room), (_, { storage }) => {
    storage.sql.exec("UPDATE events SET data = ?", `${SAID} ${CODE}`);
    storage.sql.exec("UPDATE members SET role = ?", SAID);
  });
  await sleep(room);
  // The first is somebody of whom a row tells, which can't be read; of the other there is none, but of what was said.
  const stranger = { Cookie: `__Host-parlor=${"s".repeat(43)}`, "CF-Connecting-IP": ADDRESS };
  for (const comer of [code, stranger]) {
    const before = lines.length;
    for (const { as, knock } of harmless) {
      const { said } = await knock(`/r/${room}`, comer);
      expect(said, as).not.toContain("love");
    }
    expect(lines.length).toBeGreaterThan(before + 5);
  }

  const hash = createHash("sha256").update(room).digest("hex").slice(0, 12);
  const { member } = ann.welcome.you;
  for (const line of lines) {
    const each = { level: "error", id: expect.any(String), room: hash, fault: expect.any(String) };
    expect(JSON.parse(line)).toEqual(each);
    const secrets = [room, SAID, "love", CODE, "sesame", ADDRESS, COOKIE, TOKEN, "secret-of", "Annabel", member];
    for (const secret of [...secrets, "\n", " at "]) expect(line).not.toContain(secret);
  }
});

it.each([
  ["SyntaxError", () => JSON.parse(SAID)],
  ["SyntaxError", () => JSON.parse(`${"and so on ".repeat(20)}"${SAID}"`)],
  [
    "Error",
    () => {
      throw new Error(`Invalid type: Expected "member" but received "${SAID}\n\\"${CODE}\\""`);
    },
  ],
])("a fault that quotes what somebody wrote, as a %s does, is logged without it", (_, fails) => {
  const lines = listens();
  try {
    fails();
  } catch (fault) {
    logFault(fault, "the-key-of-a-room");
  }
  const [line = ""] = lines;
  expect(JSON.parse(line)).toMatchObject({ fault: expect.stringContaining("…") });
  for (const secret of ["love", "sesame", "so on", "the-key-of-a-room"]) expect(line).not.toContain(secret);
});

it("a fault that says what is wrong inside is logged as it is, for whoever mends it", () => {
  const lines = listens();
  logFault(new Error("no such table: events: SQLITE_ERROR"));
  logFault("not even an error");
  expect(lines.map((line) => JSON.parse(line).fault)).toEqual(["no such table: events: SQLITE_ERROR", "unknown"]);
});
