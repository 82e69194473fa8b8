// Ann in Chromium, whose proxy spoils WebSocket in one of four ways: she talks with Bo all the same, who has the same client in
// Node and no proxy, and nothing is lost or doubled.
import { describe, expect, it } from "vitest";
import type { Room } from "../../src/client/room.ts";
import { noBrowser, type Visitor, visit } from "../support/browser.ts";
import { freshPath, openHouse } from "../support/house.ts";
import { joins } from "../support/people.ts";
import { type HttpProxy, proxyTo, type Spoils } from "../support/proxy.ts";
import { until } from "../support/serve.ts";
import { report } from "./report/report.ts";
import { size } from "./size.ts";

const LINES = size(6, 10);
/** A proxy of the last kind cuts each connection after so long. They talk for more than twice as long. */
const CUT_MS = size(7_000, 30_000);
/** No screen takes longer to show what was said. */
const PATIENCE_MS = 30_000;

describe.skipIf(noBrowser)("people behind a proxy", () => {
  const house = openHouse();

  /** Ann behind a proxy, Bo without, and what the room's log says in the end. */
  async function both(spoils: Spoils, query = "") {
    const { url, port } = house.served();
    const proxy = await proxyTo(port, spoils, CUT_MS);
    const path = freshPath();
    const ann = await visit(house.browser(), `http://localhost:${proxy.port}${path}${query}`);
    const bo = joins(url, path.slice("/r/".length), "Bo");
    const heard = () => bo.state.messages.map(({ body }) => body?.text);
    const log = async () => {
      const answer = await fetch(url + path, { headers: { Accept: "text/plain" } });
      return (await answer.text())
        .trimEnd()
        .split("\n")
        .map((line) => line.replace(/^.*?: /, ""));
    };
    const carriedBy = (how: string) => ann.page.locator(".standing.open", { hasText: how }).waitFor();
    return { ann, bo, heard, proxy, log, carriedBy };
  }

  /** They talk; all of it is there once, on both screens and in the log. */
  async function theyTalk({ ann, bo, heard, log }: Awaited<ReturnType<typeof both>>, what: string, everyMs = 0) {
    const said: string[] = [];
    for (let n = 1; n <= LINES; n++) {
      said.push(`ann ${n}`, `bo ${n}`);
      await ann.say(`ann ${n}`);
      await until(() => heard().includes(`ann ${n}`), PATIENCE_MS);
      bo.send(`bo ${n}`);
      await until(async () => (await ann.lines()).includes(`bo ${n}`), PATIENCE_MS);
      await ann.page.waitForTimeout(everyMs);
    }
    await until(() => bo.state.pending.length === 0);
    expect([await ann.lines(), heard()]).toEqual([said, said]);
    expect(await log()).toEqual(said);
    report({ proof: "proxies", did: what, faults: 0, more: `${said.length} messages` });
  }

  const end = async ({ ann, bo, proxy }: { ann: Visitor; bo: Room; proxy: HttpProxy }) => {
    bo.leave();
    await proxy.end();
    const own = /WebSocket|ERR_|Failed to load/;
    expect(ann.troubles.filter((trouble) => !own.test(trouble))).toEqual([]);
  };

  it.concurrent.each(["blocks", "strips"] as const)(
    "that %s WebSocket talk all the same, by server-sent events",
    async (spoils) => {
      const talk = await both(spoils);
      await talk.carriedBy("SSE");
      await theyTalk(talk, `${spoils} WebSocket`);
      await end(talk);
    },
  );

  it.concurrent("that buffers every answer talk all the same, by polls", async () => {
    const talk = await both("buffers");
    await talk.carriedBy("long polling");
    await theyTalk(talk, "buffers every answer");
    await end(talk);
  });

  it.concurrent("that lets WebSocket through after all go back to it, without a word of it", async () => {
    const talk = await both("blocks");
    await talk.carriedBy("SSE");
    // At once, for WebSocket is tried again soon, and then not for half a minute.
    talk.proxy.spoil("nothing");
    await talk.ann.say("over HTTP");
    await talk.ann.page.locator(".standing.open", { hasNotText: "SSE" }).waitFor({ timeout: 60_000 });
    await until(() => talk.proxy.carried.sockets === 1, PATIENCE_MS);
    await talk.ann.say("over WebSocket");
    await until(() => talk.heard().length === 2, PATIENCE_MS);
    expect(await talk.log()).toEqual(["over HTTP", "over WebSocket"]);
    await end(talk);
  });

  it.concurrent("that cuts every connection after a while talk on, over cut after cut", async () => {
    const talk = await both("cuts");
    await theyTalk(talk, `cuts each connection after ${CUT_MS / 1000} s`, (2.5 * CUT_MS) / LINES);
    await end(talk);
  });

  it.concurrent.each(["stream", "poll"] as const)("ask for %s, and talk by it", async (how) => {
    const talk = await both("nothing", `?transport=${how}`);
    await talk.carriedBy(how === "stream" ? "SSE" : "long polling");
    await theyTalk(talk, `does nothing, by ?transport=${how}`);
    expect(talk.proxy.carried.sockets).toBe(0);
    await end(talk);
  });
});
