import { describe, expect, it } from "vitest";
import { enter, freshRoom, get, rowsOf, until, type Warmth } from "../room/visitor.ts";

interface Hook {
  who: string;
  url: string;
}

const JSON_TYPE = "application/json";
const FORM = "application/x-www-form-urlencoded";

function post(url: string, body: string, type = "text/plain", headers: Record<string, string> = {}): Promise<Response> {
  return get(new URL(url).pathname, { "Content-Type": type, ...headers }, { method: "POST", body });
}

async function annsHook(warmth: Warmth = "warm") {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann", warmth });
  await ann.act({ kind: "create" });
  const made = await get(`/r/${room}/hooks`, { Cookie: ann.cookie }, { method: "POST", body: '{"name":"Builds"}' });
  expect(made.status).toBe(201);
  const hook = await made.json<Hook>();
  return { room, ann, hook };
}

const codeOf = async (answer: Response) => (await answer.json<{ error: { code: string } }>()).error.code;

describe.each<Warmth>(["warm", "evicted"])("what is posted to a webhook, in a room that is %s", (warmth) => {
  it.each([
    ["plain text", "text/plain", " it *works* ", "it *works*"],
    ["text of no type", "", "it works", "it works"],
    [
      "JSON as Slack takes it",
      JSON_TYPE,
      '{"text":"建置完成 &lt;3 <https://x.example/1|#1> <https://x.example>"}',
      "建置完成 <3 [#1](https://x.example/1) https://x.example",
    ],
    ["a form with a text", FORM, "text=it%20works&channel=%23dev", "it works"],
    ["a form with JSON in it", FORM, `payload=${encodeURIComponent('{"text":"it works"}')}`, "it works"],
    ["what curl -d sends", FORM, "it works", "it works"],
    [
      "any other JSON",
      "application/json; charset=utf-8",
      '{"action":"closed","n":[1]}',
      '```json\n{\n  "action": "closed",\n  "n": [\n    1\n  ]\n}\n```',
    ],
    ["JSON of a kind of its own", "application/vnd.ci+json", '{"text":7}', '```json\n{\n  "text": 7\n}\n```'],
    ["JSON with a fence in it", JSON_TYPE, '{"a":"```"}', '````json\n{\n  "a": "```"\n}\n````'],
  ])("is said under its name: %s", async (_, type, body, said) => {
    const { room, ann, hook } = await annsHook(warmth);
    const answer = await post(hook.url, body, type);
    expect([answer.status, await answer.text()]).toEqual([200, "ok"]);
    await until(() => expect(ann.texts).toEqual([said]));
    const line = await (await get(`/r/${room}`)).text();
    expect(line).toMatch(/^Builds#hook: /);
  });
});

describe("a webhook", () => {
  it("of a large JSON says as much of it as a message takes", async () => {
    const { ann, hook } = await annsHook();
    const wide = JSON.stringify({ list: Array.from({ length: 1500 }, (_, n) => n) });
    expect((await post(hook.url, wide, JSON_TYPE)).status).toBe(200);
    await until(() => expect(ann.texts).toEqual([`\`\`\`json\n${wide}\n\`\`\``]));
    const wider = JSON.stringify({ list: Array.from({ length: 5000 }, (_, n) => `😀${n}`.slice(0, 4)) });
    expect((await post(hook.url, wider, JSON_TYPE)).status).toBe(200);
    await until(() => expect(ann.texts).toHaveLength(2));
    const cut = ann.texts[1] ?? "";
    expect(cut.length).toBeLessThanOrEqual(8000);
    expect(cut.length).toBeGreaterThan(7990);
    expect(cut).toMatch(/…\n```$/);
  });

  it.each([
    ["what is empty", "text/plain", "  ", 400, "empty"],
    ["broken JSON", JSON_TYPE, '{"text":', 400, "not_json"],
    ["broken JSON in a form", FORM, "payload=%7B", 400, "not_json"],
    ["a lone surrogate", JSON_TYPE, '{"text":"\\ud800"}', 400, "bad_text"],
    ["what is nested too deeply", JSON_TYPE, `${"[".repeat(99)}${"]".repeat(99)}`, 400, "too_deep"],
    ["a picture", "image/png", "PNG", 415, "bad_type"],
    ["too long a text", JSON_TYPE, JSON.stringify({ text: "x".repeat(8001) }), 413, "too_long"],
    ["too long a body", "text/plain", "x".repeat(70_000), 413, "too_long"],
  ])("refuses %s, and nothing is stored", async (_, type, body, status, code) => {
    const { room, hook } = await annsHook();
    const before = await rowsOf(room);
    const answer = await post(hook.url, body, type);
    expect([answer.status, await codeOf(answer)]).toEqual([status, code]);
    expect(await rowsOf(room)).toBe(before);
  });

  it("says a thing once that is sent again under its key", async () => {
    const { ann, hook } = await annsHook();
    const again = { "Idempotency-Key": "build-57" };
    for (let n = 0; n < 3; n++) expect((await post(hook.url, "built", "text/plain", again)).status).toBe(200);
    expect(await codeOf(await post(hook.url, "broken", "text/plain", again))).toBe("id_reused");
    await until(() => expect(ann.texts).toEqual(["built"]));
  });

  it("is nothing at another address, in another room, once it was revoked, or where the room was deleted", async () => {
    const { room, ann, hook } = await annsHook();
    const elsewhere = await annsHook();
    const before = [await rowsOf(room), await rowsOf(elsewhere.room)];
    const secret = hook.url.split("/").at(-1) ?? "";
    for (const path of [
      `/r/${room}/hooks/${"A".repeat(43)}`,
      `/r/${room}/hooks/short`,
      `/r/${elsewhere.room}/hooks/${secret}`,
      `/r/${freshRoom()}/hooks/${secret}`,
    ]) {
      const answer = await post(`http://x${path}`, "hi");
      expect([answer.status, await codeOf(answer)], path).toEqual([401, "bad_token"]);
    }
    // Its address opens nothing else.
    const bearer = { Authorization: `Bearer parlor_bot_${secret}` };
    expect((await get(`/r/${room}`, bearer)).status).toBe(401);
    expect([await rowsOf(room), await rowsOf(elsewhere.room)]).toEqual(before);
    await ann.act({ kind: "revoke", who: hook.who });
    expect(await codeOf(await post(hook.url, "hi"))).toBe("bad_token");
    expect((await get(`/r/${room}`, { Cookie: ann.cookie }, { method: "DELETE" })).status).toBe(204);
    const gone = await post(hook.url, "hi");
    expect([gone.status, await codeOf(gone)]).toEqual([410, "gone"]);
  });

  it("is made by who keeps the room in order, and its address is kept nowhere", async () => {
    const { room, ann, hook } = await annsHook();
    const secret = hook.url.split("/").at(-1) ?? "none";
    expect(await rowsOf(room)).not.toContain(secret);
    expect(ann.received.join()).not.toContain(secret);
    const bo = await enter({ room, name: "Bo" });
    await bo.say("hi");
    const made = await get(`/r/${room}/hooks`, { Cookie: bo.cookie }, { method: "POST", body: '{"name":"Spy"}' });
    expect(made.status).toBe(403);
    expect((await get(`/r/${room}/hooks`)).status).toBe(403);
    expect((await get(`/r/${room}/hooks`, {}, { method: "PUT" })).status).toBe(405);
  });
});
