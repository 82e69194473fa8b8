// The library in a page of somebody's own, at another address than the rooms.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { noBrowser } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";
import { joins } from "../support/people.ts";
import { until } from "../support/serve.ts";

describe.skipIf(noBrowser)("the library in a browser", () => {
  const house = openHouse();

  it("joins a room of another site, and talks in it", async () => {
    execFileSync(process.execPath, ["src/build/library.ts"]);
    const { url } = house.served();
    const path = freshPath();
    const page = `<!doctype html><script type="module">
      import { join } from "/parlor.js";
      const room = join("${url}${path}", { name: "Page" });
      room.onMessage(({ body }, author) => author.name === "Page" || room.send("heard: " + body.text));
    </script>`;
    const site = createServer(({ url: path }, answer) => {
      const script = path === "/parlor.js";
      answer.setHeader("Content-Type", script ? "text/javascript" : "text/html");
      answer.end(script ? readFileSync("dist/index.js") : page);
    }).listen(0, "127.0.0.1");
    onTestFinished(() => void site.close());
    await until(() => site.listening);
    const { port } = site.address() as AddressInfo;
    const context = await house.browser().newContext();
    await (await context.newPage()).goto(`http://127.0.0.1:${port}/`);
    const ann = joins(url, path.slice("/r/".length), "Ann");
    await until(() => ann.state.count === 2);
    ann.send("hello");
    await until(() => ann.state.messages.length === 2);
    expect(ann.state.messages[1]?.body?.text).toBe("heard: hello");
    ann.leave();
    await context.close();
  });
});
