import { listDurableObjectIds } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { enter, freshRoom, get } from "../room/visitor.ts";

const GOOGLE = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/141.0 Safari/537.36";

async function page(room: string, agent: string) {
  const answer = await get(`/r/${room}`, { Accept: "text/html", "User-Agent": agent });
  return { status: answer.status, robots: answer.headers.get("X-Robots-Tag"), html: await answer.text() };
}

it("a room is nothing for a search engine, until its owner has it listed, and again when it asks for a passcode", async () => {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  await ann.act({ kind: "create" });
  await ann.say("what is said is not for listing");
  const before = await page(room, GOOGLE);
  expect([before.status, before.robots]).toEqual([200, "noindex"]);
  expect(before.html).toContain('content="noindex"');
  await ann.act({ kind: "rules", rules: { listed: true, title: "Tea & <b>cake</b>" } });
  await ann.act({ kind: "topic", text: 'Every "Thursday"' });
  const after = await page(room, GOOGLE);
  expect([after.status, after.robots]).toEqual([200, "all"]);
  expect(after.html).toContain("<title>Tea &amp; &lt;b&gt;cake&lt;/b&gt; · Parlor</title>");
  expect(after.html).toContain('content="Every &quot;Thursday&quot;"');
  expect(after.html).not.toContain("noindex");
  expect(after.html).not.toContain("what is said");
  expect((await page(room, CHROME)).robots).toBe("noindex");
  await ann.act({ kind: "rules", rules: { pass: { code: "sesame" } } });
  expect((await page(room, GOOGLE)).robots).toBe("noindex");
});

it("a browser's visit wakes no room for it", async () => {
  const rooms = () => listDurableObjectIds(env.ROOM).then((ids) => ids.length);
  const before = await rooms();
  await page(freshRoom(), CHROME);
  expect(await rooms()).toBe(before);
});
