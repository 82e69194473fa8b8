// Processes of serve that die by `kill -9`, and what the next start makes of what they left.
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { folder, serve, start, until } from "../support/serve.ts";

test("the next start ends a workerd that a killed run left behind, and no stranger who has its pid", async () => {
  const dir = folder();
  const killed = await serve(dir);
  await fetch(`${killed.url}/r/lobby`, { method: "POST", body: "before the kill" });
  const left = killed.workerds();
  await killed.kill9Parent();
  expect(killed.workerds()).toEqual(left);
  const stranger = spawn("sleep", ["60"]);
  onTestFinished(() => void stranger.kill());
  writeFileSync(join(dir, "serve.pid"), `${stranger.pid}\n`);

  const next = await serve(dir, { port: killed.port });
  expect(next.workerds()).toHaveLength(1);
  expect(next.workerds()).not.toEqual(left);
  expect(stranger.signalCode).toBeNull();
  expect(await (await fetch(`${next.url}/r/lobby`)).text()).toMatch(/before the kill\n$/);
  expect(await next.stop()).toEqual({ code: 0, left: [] });
});

test("a second serve on the same folder refuses, and the first goes on", async () => {
  const dir = folder();
  const first = await serve(dir);
  const second = start(["--port", "0", "--dir", dir]);
  expect(await second.ended).toBe(1);
  expect(second.err()).toMatch(/^Parlor does not run: .*already.*\n$/);
  expect(await visit(first.url)).toBe(200);
  await first.stop();
});

test("a workerd that dies comes back at the same address, even where it dies again while it starts", async () => {
  const parlor = await serve(folder());
  await parlor.kill9Workerd();
  await until(() => parlor.workerds().length > 0);
  await parlor.kill9Workerd();
  await until(async () => (await visit(parlor.url)) === 200);
  expect(await parlor.stop()).toEqual({ code: 0, left: [] });
});

function visit(url: string): Promise<number> {
  return fetch(`${url}/r/lobby`).then(
    ({ status }) => status,
    () => 0,
  );
}
