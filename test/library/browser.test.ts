// The library in a page of somebody's own, at another address than the rooms.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { noBrowser } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";
import { joins } from "../support/people.ts";
import { folder, until } from "../support/serve.ts";

describe.skipIf(noBrowser)("the library in a browser", () => {
  const house = openHouse();
  let script = "";
  beforeAll(() => {
    const dist = folder(afterAll);
    execFileSync(process.execPath, ["src/build/library.ts", dist]);
    script = readFileSync(join(dist, "index.js"), "utf8");
  });

  /** Somebody opens a page of another site, which runs this as a module. */
  async function opens(module: string) {
    const page = `<!doctype html><script type="module">import { join } from "/parlor.js";\n${module}</script>`;
    const site = createServer(({ url: path }, answer) => {
      const asked = path === "/parlor.js";
      answer.setHeader("Content-Type", asked ? "text/javascript" : "text/html");
      answer.end(asked ? script : page);
    }).listen(0, "127.0.0.1");
    onTestFinished(() => void site.close());
    await until(() => site.listening);
    const { port } = site.address() as AddressInfo;
    const context = await house.browser().newContext();
    onTestFinished(() => context.close());
    await (await context.newPage()).goto(`http://127.0.0.1:${port}/`);
  }

  const answers = `room.onMessage(({ by, body }) => by === room.state.you.member || room.send("heard: " + body.text));`;

  it("joins a room of another site, and talks in it", async () => {
    const { url } = house.served();
    const path = freshPath();
    await opens(`const room = join("${url}${path}", { name: "Page" });\n${answers}`);
    const ann = joins(url, path.slice("/r/".length), "Ann");
    await until(() => ann.state.count === 2);
    ann.send("hello");
    await until(() => ann.state.messages.length === 2);
    expect(ann.state.messages[1]?.body?.text).toBe("heard: hello");
    ann.leave();
  });

  it.each(["websocket", "stream", "poll"])("joins as a bot with its token, by %s", async (transport) => {
    const { url } = house.served();
    const path = freshPath();
    const secret = "a".repeat(43);
    const ann = joins(url, path.slice("/r/".length), "Ann", { secret });
    ann.moderate({ kind: "create" });
    await until(() => ann.state.cursor === 1);
    const headers = { Cookie: `__Host-parlor=${secret}` };
    const made = await fetch(`${url}${path}/bots`, { method: "POST", headers, body: '{"name":"Weather"}' });
    const { who, token }: { who: string; token: string } = await made.json();
    await opens(`const room = join("${url}${path}", ${JSON.stringify({ token, transport })});\n${answers}`);
    await until(() => ann.state.count === 2);
    ann.send("rain?");
    await until(() => ann.state.messages.length === 2);
    expect(ann.state.messages[1]).toMatchObject({ by: who, body: { text: "heard: rain?" } });
    ann.leave();
  });
});
