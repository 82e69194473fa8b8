// The terminal client as somebody starts it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openServer } from "../support/house.ts";
import { joins } from "../support/people.ts";
import { folder, until } from "../support/serve.ts";

describe("npm run chat", () => {
  const server = openServer({ PARLOR_LIMITS: "off" });

  /** Somebody at a terminal whose home is this folder. */
  function sitsDown(home: string, ...args: string[]) {
    return sitsDownWith({ XDG_CONFIG_HOME: home }, ...args);
  }

  function sitsDownWith(more: Record<string, string>, ...args: string[]) {
    const env = { ...process.env, NO_COLOR: "1", ...more };
    const child = spawn(process.execPath, ["src/terminal/chat.ts", ...args], { env });
    onTestFinished(() => void child.kill());
    let out = "";
    child.stdout.on("data", (text) => (out += text));
    child.stderr.on("data", (text) => (out += text));
    return {
      out: () => out,
      types: (line: string) => child.stdin.write(`${line}\n`),
      leaves: () => child.stdin.end(),
      ended: once(child, "close").then(([code]) => code),
    };
  }

  it("shows ann what was said, says what she types, obeys her, and knows her again the next time", async () => {
    const url = `${server().url}/r/terminal`;
    const home = folder();
    const bo = joins(server().url, "terminal", "Bo");
    bo.send("前幾天說的\nin two lines");
    await until(() => bo.state.messages.length === 1);
    const ann = sitsDown(home, url, "--name", "Ann");
    await until(() => ann.out().includes("前幾天說的"));
    expect(ann.out()).toMatch(/\d\d:\d\d Bo#\S{4}: 前幾天說的\n {6}in two lines\n/);
    ann.types("你好");
    ann.types("/me waves");
    ann.types("/topic tea");
    await until(() => bo.state.messages.length === 3 && bo.state.topic === "tea");
    await until(() => /Ann#\S{4}: 你好\n/.test(ann.out()) && /\* Ann#\S{4} waves\n/.test(ann.out()));
    bo.send("welcome");
    await until(() => ann.out().includes(": welcome\n"));
    for (const line of ["/who", "/topic", "/nonsense", "/history 1", "/find 前幾天"]) ann.types(line);
    await until(() => ann.out().split("前幾天說的").length > 2);
    expect(ann.out()).toMatch(/\[2 here: .*Bo#/);
    expect(ann.out()).toContain("[Topic: tea]");
    expect(ann.out()).toContain("[Unknown command");
    ann.types("/quit");
    expect(await ann.ended).toBe(0);

    const secret = readFileSync(join(home, "parlor", "secret"), "utf8").trim();
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(statSync(join(home, "parlor", "secret")).mode & 0o077).toBe(0);
    const again = sitsDown(home, url);
    again.types("it's me");
    await until(() => bo.state.messages.length === 5);
    expect(bo.state.messages[4]?.by).toBe(bo.state.messages[1]?.by);
    bo.leave();
  });

  it("goes into a room of any script, by any link that people have of it", async () => {
    const bo = joins(server().url, "茶館", "Bo");
    await until(() => bo.state.link.is === "open");
    const ann = sitsDown(folder(), `${server().url}/r/茶館/?x#m1`);
    ann.types("喝茶嗎");
    await until(() => bo.state.messages[0]?.body?.text === "喝茶嗎");
    bo.leave();
  });

  it("comes as a bot with its token, said or in the environment", async () => {
    const secret = "a".repeat(43);
    const ann = joins(server().url, "bots", "Ann", { secret });
    ann.moderate({ kind: "create" });
    await until(() => ann.state.cursor === 1);
    const url = `${server().url}/r/bots`;
    const headers = { Cookie: `__Host-parlor=${secret}` };
    const made = await fetch(`${url}/bots`, { method: "POST", headers, body: '{"name":"Weather"}' });
    const { who, token }: { who: string; token: string } = await made.json();
    const bots = [sitsDown(folder(), url, "--token", token), sitsDownWith({ PARLOR_TOKEN: token }, url)];
    for (const bot of bots) bot.types("rain");
    await until(() => ann.state.messages.length === 2);
    expect(ann.state.messages.map(({ by }) => by)).toEqual([who, who]);
    ann.leave();
  });

  it("says what it was given on its standard input, all of it, before it goes", async () => {
    const bo = joins(server().url, "pipe", "Bo");
    await until(() => bo.state.link.is === "open");
    const ann = sitsDown(folder(), `${server().url}/r/pipe`);
    for (let n = 1; n <= 150; n++) ann.types(`line ${n}`);
    ann.leaves();
    expect(await ann.ended).toBe(0);
    await until(() => bo.state.messages.length === 150);
    expect(bo.state.messages.map(({ body }) => body?.text)).toEqual(
      Array.from({ length: 150 }, (_, n) => `line ${n + 1}`),
    );
    bo.leave();
  });

  it("tells what it needs, and what the room refuses", async () => {
    const nowhere = sitsDown(folder(), "lobby");
    expect(await nowhere.ended).toBe(2);
    expect(nowhere.out()).toContain("usage: npm run chat");
    for (const args of [
      [`${server().url}/r/x`, "--transport=pigeon"],
      [`${server().url}/r/x`, "--nonsense"],
    ]) {
      const nothing = sitsDown(folder(), ...args);
      expect(await nothing.ended).toBe(2);
      expect(nothing.out()).toContain("usage: npm run chat");
    }
    const page = sitsDown(folder(), server().url);
    expect(await page.ended).toBe(2);
    expect(page.out()).toBe(`${server().url} is not the URL of a room\n`);
    const ann = joins(server().url, "mine", "Ann");
    ann.moderate({ kind: "create" });
    ann.moderate({ kind: "rules", rules: { locked: true } });
    await until(() => ann.state.rules.locked === true);
    const bo = sitsDown(folder(), `${server().url}/r/mine`);
    expect(await bo.ended).toBe(1);
    expect(bo.out()).toContain("[This room is closed to newcomers.]");
    ann.leave();
  });

  it.each([
    ["sse", "[Connected via server-sent events.]"],
    ["poll", "[Connected via long polling.]"],
  ])("goes by %s where she asks for it, and says so", async (way, says) => {
    const bo = joins(server().url, `by-${way}`, "Bo");
    const ann = sitsDown(folder(), `${server().url}/r/by-${way}`, "--name", "Ann", `--transport=${way}`);
    ann.types("hi");
    await until(() => bo.state.messages.length === 1);
    bo.send("hi, Ann");
    await until(() => ann.out().includes(": hi, Ann\n"));
    expect(ann.out()).toContain(says);
    bo.leave();
  });

  it("goes on when the server dies under her and comes back: it says so, and each line is there once, in order", async () => {
    const url = `${server().url}/r/undying`;
    const bo = joins(server().url, "undying", "Bo");
    const ann = sitsDown(folder(), url, "--name", "Ann");
    await until(() => bo.state.count === 2 && ann.out().includes("[Connected.]"));
    const hers = Array.from({ length: 30 }, (_, n) => `her line ${n}`);
    const his = Array.from({ length: 30 }, (_, n) => `his line ${n}`);
    const say = (from: number, to: number) => {
      for (let n = from; n < to; n++) {
        ann.types(hers[n] ?? "");
        bo.send(his[n] ?? "");
      }
    };
    say(0, 10);
    await server().kill9Workerd();
    say(10, 20);
    await until(() => ann.out().includes("[No connection. Reconnecting"));
    say(20, 30);
    await until(() => bo.state.messages.length === 60 && ann.out().includes(": his line 29\n"));
    const lines = (who: string) =>
      bo.state.messages.flatMap(({ body }) => (body?.text.startsWith(who) ? [body.text] : []));
    expect([lines("her"), lines("his")]).toEqual([hers, his]);
    await until(() => ann.out().split(/#\S{4}: h(?:er|is) line/).length === 61);
    const shown = [...ann.out().matchAll(/#\S{4}: (h(?:er|is) line \d+)\n/g)].map(([, text]) => text);
    expect(shown).toEqual(bo.state.messages.map(({ body }) => body?.text));
    // Once each time, however often it was tried. (It may have come back another way, and then moved to WebSocket.)
    const told = ann.out().match(/^\[(?:No connection|Connected)/gm) ?? [];
    expect(told.join(" ")).toMatch(/^\[Connected(?: \[No connection \[Connected)+$/);
    expect(ann.out()).toMatch(/^\[Kept: her line \d+\]$/m);
    bo.leave();
  });
});
