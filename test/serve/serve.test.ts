// `npm run serve` as its host meets it: one line, an answer, and an end.
import { expect, test } from "vitest";
import WebSocket from "ws";
import { enter } from "../support/person.ts";
import { folder, processesOf, type Served, serve, start, until } from "../support/serve.ts";

test("a host starts serve, reads one line, has a room for ann and bo, and ends all of it", async () => {
  const dir = folder();
  const parlor = await serve(dir);
  const ann = await enter(parlor.url, "lobby", "ann");
  const bo = await enter(parlor.url, "lobby", "bo");
  const [id] = ann.say("hi");
  await until(() => bo.events.length > 0);
  expect(bo.events).toMatchObject([{ id, body: { text: "hi" } }]);

  expect(await parlor.stop()).toEqual({ code: 0, left: [] });
  expect(parlor.out()).toBe(`Parlor is at http://127.0.0.1:${parlor.port}, its rooms in ${dir}\n`);
});

test("a host who ends npm ends what it runs", async () => {
  const dir = folder();
  const npm = start(["--port", "0", "--dir", dir], { by: "npm" });
  await until(() => npm.out() !== "", 60_000);
  process.kill(npm.pid, "SIGTERM");
  expect(await npm.ended).toBe(0);
  expect(processesOf(dir)).toEqual([]);
});

test("a host who stops serve while it still builds leaves nothing running", async () => {
  const dir = folder();
  const { pid, ended, out, err } = start(["--port", "0", "--dir", dir, "--fresh"]);
  // Serve itself, and wrangler.
  await until(() => processesOf(dir).length > 1);
  process.kill(pid, "SIGINT");
  expect(await ended).toBe(0);
  expect(out() + err()).toBe("");
  expect(processesOf(dir)).toEqual([]);
});

test("a flag that serve does not know gets a usage line", async () => {
  for (const args of [["--colour", "blue"], ["--port", "65536"], ["lobby"]]) {
    const { ended, err } = start(args);
    expect(await ended).toBe(2);
    expect(err()).toMatch(/^usage: .*--port.*\n$/);
  }
});

test("two hosts on one machine: bo can't have ann's port, and goes on at his own when she stops", async () => {
  const anns = await serve(folder());
  const refused = start(["--port", String(anns.port), "--dir", folder()]);
  expect(await refused.ended).toBe(1);
  expect(refused.err()).toMatch(/^Parlor does not run: .*already in use.*\n$/i);

  const bos = await serve(folder());
  await anns.stop();
  expect((await fetch(`${bos.url}/r/lobby`)).status).toBe(200);
  await bos.stop();
});

/** What the lobby answers to who opens a socket and says that they come from this address. They stay. */
function comesFrom({ url }: Served, address: string): Promise<number> {
  const socket = new WebSocket(`${url.replace("http", "ws")}/r/lobby`, { headers: { "CF-Connecting-IP": address } });
  return new Promise((resolve, reject) => {
    socket.on("upgrade", ({ statusCode = 0 }) => resolve(statusCode));
    socket.on("unexpected-response", (_, { statusCode = 0 }) => resolve(statusCode));
    socket.on("error", reject);
  });
}

test("PARLOR_LIMITS=off in the environment lifts the rate limits; without it ann is told to wait", async () => {
  const flood = Array.from({ length: 60 }, (_, i) => `message ${i}`);
  const asIs = await serve(folder(), { env: { PARLOR_LIMITS: "on", PARLOR_ADDRESS_SOCKETS: "2" } });
  const ann = await enter(asIs.url, "lobby", "ann");
  ann.say(...flood);
  await until(() => ann.frames.some((frame) => frame.type === "refused" && frame.code === "too_fast"));
  expect(ann.events.length).toBeLessThan(flood.length);
  // And where somebody comes from is not for them to say.
  expect(await Promise.all(["192.0.2.1", "192.0.2.2"].map((address) => comesFrom(asIs, address)))).toContain(429);
  await asIs.stop();

  const env = { PARLOR_LIMITS: "on", PARLOR_ADDRESS_SOCKETS: "2", PARLOR_BEHIND_PROXY: "on" };
  const behind = await serve(folder(), { env });
  const three = await Promise.all(["192.0.2.1", "192.0.2.2", "192.0.2.3"].map((address) => comesFrom(behind, address)));
  expect(three).toEqual([101, 101, 101]);
  await behind.stop();

  const lifted = await serve(folder(), { env: { PARLOR_LIMITS: "off" } });
  const bo = await enter(lifted.url, "lobby", "bo");
  bo.say(...flood);
  await until(() => bo.events.length === flood.length);
  await lifted.stop();
});
