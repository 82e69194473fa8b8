import { describe, expect, it } from "vitest";
import { noBrowser, visit } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";
import { type HttpProxy, proxyTo, type Spoils } from "../support/proxy.ts";

const LINES = 10;

describe.skipIf(noBrowser)("people behind a proxy", () => {
  const house = openHouse();

  /** Ann behind a proxy, Bo without, and what the room's log says in the end. */
  async function both(spoils: Spoils, query = "", cutAfterMs?: number) {
    const { url, port } = house.served();
    const proxy = await proxyTo(port, spoils, cutAfterMs);
    const path = freshPath();
    const ann = await visit(house.browser(), `http://localhost:${proxy.port}${path}${query}`);
    const bo = await visit(house.browser(), url + path);
    const log = async () => {
      const answer = await fetch(url + path, { headers: { Accept: "text/plain" } });
      return (await answer.text())
        .trimEnd()
        .split("\n")
        .map((line) => line.replace(/^.*?: /, ""));
    };
    const carriedBy = (how: string) => ann.page.locator(".standing.open", { hasText: how }).waitFor();
    return { ann, bo, proxy, log, carriedBy };
  }

  /** They talk; all of it is there once, on both screens and in the log. */
  async function theyTalk({ ann, bo, log }: Awaited<ReturnType<typeof both>>, everyMs = 0) {
    const said: string[] = [];
    for (let n = 1; n <= LINES; n++) {
      said.push(`ann ${n}`, `bo ${n}`);
      await ann.say(`ann ${n}`);
      await expect.poll(bo.lines).toContain(`ann ${n}`);
      await bo.say(`bo ${n}`);
      await expect.poll(ann.lines).toContain(`bo ${n}`);
      await ann.page.waitForTimeout(everyMs);
    }
    await ann.sees(...said);
    await bo.sees(...said);
    expect(await log()).toEqual(said);
  }

  const end = async ({
    ann,
    bo,
    proxy,
  }: {
    ann: { troubles: string[] };
    bo: { troubles: string[] };
    proxy: HttpProxy;
  }) => {
    await proxy.end();
    const own = /WebSocket|ERR_|Failed to load/;
    expect([...ann.troubles, ...bo.troubles].filter((trouble) => !own.test(trouble))).toEqual([]);
  };

  it.each(["blocks", "strips"] as const)(
    "that %s WebSocket talk all the same, by server-sent events",
    async (spoils) => {
      const talk = await both(spoils);
      await talk.carriedBy("SSE");
      await theyTalk(talk);
      await end(talk);
    },
  );

  it("that buffers every answer talk all the same, by polls", async () => {
    const talk = await both("buffers");
    await talk.carriedBy("long polling");
    await theyTalk(talk);
    await end(talk);
  });

  it.each(["stream", "poll"] as const)("ask for %s, and talk by it", async (how) => {
    const talk = await both("nothing", `?transport=${how}`);
    await talk.carriedBy(how === "stream" ? "SSE" : "long polling");
    await theyTalk(talk);
    expect(talk.proxy.carried.sockets).toBe(0);
    await end(talk);
  });
});
