// What the screen of bots and webhooks makes of what the room answers, where it answers only in part.
import { afterEach, expect, it, vi } from "vitest";
import { askPrograms } from "../../../../src/client/ui/programs/asks.ts";

afterEach(() => void vi.unstubAllGlobals());

const who = (member: string, name: string) => ({ member, name, tag: "hook" });
const archive = { who: who("hook-a", "Archive"), is: "hook", may: "write", out: true, at: 1 };
const builds = { who: who("hook-b", "Builds"), is: "hook", may: "write", at: 2 };
const refusal = Response.json({ error: { code: "too_fast" } }, { status: 429 });

/** The room answers so, by the end of the path. */
function answers(room: Record<string, Response>) {
  vi.stubGlobal("fetch", async (path: string) => {
    const found = Object.entries(room).find(([end]) => path.endsWith(`/${end}`));
    return found?.[1].clone() ?? Promise.reject(new TypeError("no network"));
  });
}

it("knows an outgoing webhook for one also where it is not told how that stands", async () => {
  answers({ bots: Response.json({ programs: [archive, builds] }), hooks: refusal });
  const { list, no } = await askPrograms("tea");
  expect(list?.map(({ who, out, standing }) => [who.name, out, standing])).toEqual([
    ["Archive", true, undefined],
    ["Builds", false, undefined],
  ]);
  expect(no).toEqual({ no: "refused", code: "too_fast" });
});

it("says nothing of that where there is no such webhook", async () => {
  answers({ bots: Response.json({ programs: [builds] }), hooks: refusal });
  const { list, no } = await askPrograms("tea");
  expect([list?.length, no]).toEqual([1, undefined]);
});

it("puts how it stands beside it, and has no list where there was no answer", async () => {
  const hooks = [{ who: archive.who, tells: ["messages"], paused: true }];
  answers({ bots: Response.json({ programs: [archive] }), hooks: Response.json({ hooks }) });
  expect((await askPrograms("tea")).list?.[0]?.standing).toMatchObject({ paused: true, last: [] });
  answers({ hooks: Response.json({ hooks }) });
  expect(await askPrograms("tea")).toEqual({ no: { no: "unreachable" } });
});
