// The house rules that a machine can hold: who may import whom, how long a file is, who may touch what.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { ADDRESS_SOCKETS, limiters, ROOM_SOCKETS } from "../src/room/abuse.ts";
import { bugs } from "./mutants/bugs.ts";

function filesOf(folder: string): { name: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((name) => /\.tsx?$/.test(name) && !name.includes(".wrangler"))
    .map((name) => ({ name, text: readFileSync(name, "utf8") }));
}

const files = filesOf("src");
const bench = filesOf("bench");

const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");

function importsOf({ name, text }: { name: string; text: string }): string[] {
  const paths = [...code(text).matchAll(/from "(\.[^"]+)"|import\("(\.[^"]+)"\)/g)];
  return paths.map(([, named, lazy]) => normalize(join(dirname(name), named ?? lazy ?? "")));
}

// Each part of the source with what it may use of the others.
const mayUse: [part: RegExp, allowed: RegExp][] = [
  [/^src\/protocol\//, /^src\/protocol\//],
  [/^src\/deployment\//, /^src\/deployment\//],
  [/^src\/room\//, /^src\/(protocol|deployment|room)\//],
  [/^src\/worker\//, /^src\/(protocol|deployment|worker|room)\//],
  [/^src\/client\/ui\//, /^src\/(protocol|client)\//],
  [/^src\/client\//, /^src\/(protocol\/|client\/(?!ui\/))/],
  [/^src\/library\//, /^src\/(protocol\/|library\/|client\/(?!ui\/))/],
  [/^src\/terminal\//, /^src\/(protocol|library|terminal)\//],
  [/^src\/serve\//, /^src\/(serve\/|build\/built)/],
  [/^src\/build\//, /^src\/build\//],
  // The service worker keeps the client's bells, and speaks its languages.
  [/^src\/offline\//, /^src\/(protocol|offline|client\/(push|i18n))\//],
  // The bench comes to Parlor as anybody does, from outside. The cost page also speaks its protocol and counts its rows.
  [/^bench\/cost\/worker\//, /^(bench\/cost|src\/(protocol|deployment|room|worker))\//],
  [/^bench\/cost\//, /^(bench\/cost|src\/(protocol|serve))\//],
  // What looks at the screen finds its browser, and its people who talk, where the browser tests do.
  [/^bench\/screen\//, /^(bench|src\/serve|test\/support)\//],
  // So does the flood, which also says what is allowed.
  [/^bench\/flood\//, /^(bench\/|src\/room\/abuse\.ts|test\/support\/)/],
  [/^bench\//, /^(bench|src\/serve)\//],
];

describe("the source and the bench", () => {
  it.each([...files, ...bench].map((file) => [file.name, file] as const))(
    "%s imports only what its part may",
    (name, file) => {
      const allowed = mayUse.find(([part]) => part.test(name))?.[1];
      for (const path of importsOf(file)) expect(path).toMatch(allowed ?? /^$/);
    },
  );

  it("say in each file's first line what the file is for, and are done within 300 lines", () => {
    for (const { name, text } of [...files, ...bench]) {
      expect(text, name).toMatch(/^\/\/ \S.{20,}/);
      expect(text.split("\n").length, name).toBeLessThanOrEqual(300);
    }
  });
});

describe("the configuration", () => {
  it("has the numbers of the limiters that abuse.ts has", () => {
    const blocks = readFileSync("wrangler.toml", "utf8").matchAll(
      /\[\[ratelimits\]\]\nname = "(\w+)"\nnamespace_id = "\d+"\nsimple = \{ limit = (\d+), period = (\d+) \}/g,
    );
    const set = [...blocks].map(([, name, limit, period]) => [name, { limit: Number(limit), period: Number(period) }]);
    expect(Object.fromEntries(set)).toEqual(limiters);
  });

  it("says for sockets what holds where it says nothing", () => {
    const set = readFileSync("wrangler.toml", "utf8");
    expect(set).toContain(`PARLOR_ROOM_SOCKETS = "${ROOM_SOCKETS}"`);
    expect(set).toContain(`PARLOR_ADDRESS_SOCKETS = "${ADDRESS_SOCKETS}"`);
  });
});

describe("the source", () => {
  it("has files of a hundred lines rather than of three", () => {
    const lengths = files.map(({ text }) => text.split("\n").length).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(100);
  });

  it("lets only room.ts touch the platform, and keeps that shell small", () => {
    for (const { name, text } of files) {
      if (name.startsWith("src/room/") && name !== "src/room/room.ts") expect(code(text), name).not.toMatch(/\bctx\b/);
    }
    const shell = files.find(({ name }) => name === "src/room/room.ts");
    expect(shell?.text.split("\n").length).toBeLessThanOrEqual(250);
  });

  it("gives each table one owner, and lets only accept append to the log", () => {
    const owners: Record<string, string> = {
      events: "log",
      members: "members",
      settings: "settings",
      bans: "bans",
      tomb: "tomb",
      cut: "log",
      passcode: "passes",
      passed: "passes",
      guesses: "passes",
      moves: "moves",
      programs: "programs",
      hooks: "hooks",
      pushes: "pushes",
      pushed: "pushes",
      vapid: "../deployment/deployment",
      migrations: "schema",
    };
    for (const { name, text } of files) {
      // It turns an older room's rows into today's, whosever they are.
      if (name === "src/room/schema.ts") continue;
      for (const [, table = ""] of code(text).matchAll(/\b(?:INSERT INTO|UPDATE(?! SET\b)|DELETE FROM) (\w+)/g)) {
        expect(name).toBe(normalize(`src/room/${owners[table]}.ts`));
      }
      if (name !== "src/room/accept.ts") expect(code(text), name).not.toMatch(/\blog\.append\(/);
    }
  });

  it("has no timer in the room but the turn's and the one of a call, which ends with it, and one alarm", () => {
    const timer = /setTimeout|setInterval|setAlarm|scheduler\.wait|AbortSignal\.timeout/g;
    const timers = files.flatMap(({ name, text }) => {
      const found = name.startsWith("src/room/") ? code(text).match(timer) : null;
      return found === null ? [] : [[name, ...found]];
    });
    expect(timers).toEqual([
      ["src/room/in-time.ts", "scheduler.wait"],
      ["src/room/room.ts", "setTimeout", "setAlarm"],
    ]);
    // A call is made from the alarm, or by somebody who waits for it; with its answer the timer goes.
    const caller = files.find(({ name }) => name === "src/room/in-time.ts");
    expect(caller?.text).toMatch(/scheduler\.wait\(ms, \{ signal: done\.signal \}\)/);
    expect(caller?.text).toMatch(/finally \{\s+done\.abort\(\);/);
  });

  it("never makes elements out of strings", () => {
    for (const { name, text } of files) {
      expect(code(text), name).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(/);
    }
  });

  it("has the place of each planted bug once, so that all of them can be planted", () => {
    for (const { name, file, find } of bugs) expect(readFileSync(file, "utf8").split(find), name).toHaveLength(2);
  });
});
