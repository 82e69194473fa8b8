// Bodies that are too much or take too long, and rooms that are gone, at every path where programs and browsers are made or speak.
import { afterEach, describe, expect, it, vi } from "vitest";
import { enter, freshRoom, get, rowsOf } from "../room/visitor.ts";
import { pushBrowser } from "../support/push-browser.ts";

afterEach(() => vi.restoreAllMocks());

const codeOf = async (answer: Response) => (await answer.json<{ error: { code: string } }>()).error.code;
const giant = () => "x".repeat(70_000);
const silent = () => new ReadableStream({ pull: () => new Promise(() => {}) });

/** Ann's room, with a webhook each way and a bot, and what is asked there by whoever may. */
async function annsPaths() {
  const room = freshRoom();
  const ann = await enter({ room, name: "Ann" });
  await ann.act({ kind: "create" });
  const make = async (path: string, wish: object): Promise<{ who: string; url: string; token: string }> => {
    const body = JSON.stringify(wish);
    return (await get(`/r/${room}/${path}`, { Cookie: ann.cookie }, { method: "POST", body })).json();
  };
  const { token } = await make("bots", { name: "Weather" });
  const { url } = await make("hooks", { name: "Builds" });
  const { who } = await make("hooks", { name: "Archive", url: "https://archive.example/" });
  const type = { "Content-Type": "text/plain" };
  const hers = { ...type, Cookie: ann.cookie };
  const its = { ...type, Authorization: `Bearer ${token}` };
  const paths: [method: string, path: string, headers: Record<string, string>][] = [
    ["POST", new URL(url).pathname, type],
    ["POST", `/r/${room}`, its],
    ["POST", `/r/${room}/ops`, its],
    ["POST", `/r/${room}/bots`, hers],
    ["POST", `/r/${room}/hooks`, hers],
    ["POST", `/r/${room}/hooks/${who}/again`, hers],
    ["PUT", `/r/${room}/push`, hers],
    ["DELETE", `/r/${room}/push`, hers],
  ];
  return { room, ann, its, who, paths };
}

describe("what programs are made by, and say", () => {
  it.each([
    ["is a giant", giant, 413, "too_long"],
    ["does not come", silent, 408, "late"],
  ])("is refused where it %s, and nothing is stored", async (_, body, status, code) => {
    const { room, paths } = await annsPaths();
    const before = await rowsOf(room);
    // Their ten seconds are over.
    if (code === "late") vi.spyOn(scheduler, "wait").mockImplementation(async () => {});
    for (const [method, path, headers] of paths) {
      const answer = await get(path, headers, { method, body: body() });
      expect([answer.status, await codeOf(answer)], `${method} ${path}`).toEqual([status, code]);
    }
    expect(await rowsOf(room)).toBe(before);
  });

  it("is heard nowhere in a room that was deleted", async () => {
    const { room, ann, its, who, paths } = await annsPaths();
    expect((await get(`/r/${room}`, { Cookie: ann.cookie }, { method: "DELETE" })).status).toBe(204);
    const before = await rowsOf(room);
    const { keys } = pushBrowser();
    const said: Record<string, object> = {
      ops: { kind: "send", body: { text: "hi" } },
      again: { seq: 1 },
      push: { endpoint: "https://push.example/1", keys, choice: "all" },
    };
    for (const [method, path, headers] of paths) {
      const body = JSON.stringify(said[path.split("/").at(-1) ?? ""] ?? { name: "Spy" });
      const answer = await get(path, headers, { method, body });
      // Who takes back what is gone has nothing any more, and that is what they wanted.
      if (method === "DELETE") expect(answer.status).toBe(204);
      else expect([answer.status, await codeOf(answer)], `${method} ${path}`).toEqual([410, "gone"]);
    }
    for (const path of ["", "/bots", "/hooks", "/mine"]) {
      const answer = await get(`/r/${room}${path}`, { ...its, Accept: "application/json" });
      expect([answer.status, await codeOf(answer)], path).toEqual([410, "gone"]);
    }
    expect(await rowsOf(room)).toBe(before);
    expect(before).not.toContain(who);
  });
});
