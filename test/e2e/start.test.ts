import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { joins } from "../support/people.ts";
import { processesOf, until } from "../support/serve.ts";

/** A port that nobody has, as far as can be known. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

it("npm start opens a chat on the port and in the folder that it is told", async () => {
  const dir = mkdtempSync(join(tmpdir(), "parlor-start-"));
  const port = await freePort();
  const child = spawn("npm", ["start", "--", "--port", String(port), "--persist-to", dir], { detached: true });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  onTestFinished(async () => {
    process.kill(-(child.pid ?? 0), "SIGKILL");
    await until(() => processesOf(dir).length === 0);
    rmSync(dir, { recursive: true, force: true });
  });
  await until(() => said.includes("Ready on") || child.exitCode !== null, 60_000);
  const url = `http://localhost:${port}`;
  const page = await (await fetch(`${url}/r/lobby`, { headers: { Accept: "text/html" } })).text();
  const [script = ""] = /\/assets\/chunk-\w+\.js/.exec(page) ?? [];
  expect((await fetch(url + script)).headers.get("Content-Type")).toMatch(/javascript/);
  expect((await fetch(url + script)).headers.get("X-Content-Type-Options")).toBe("nosniff");
  const [ann, bo] = [joins(url, "lobby", "Ann"), joins(url, "lobby", "Bo")];
  ann.send("hi Bo");
  await until(() => bo.state.messages.at(-1)?.body?.text === "hi Bo");
  expect(bo.state.people.get(bo.state.messages.at(-1)?.by ?? "")).toMatchObject({ name: "Ann" });
  ann.leave();
  bo.leave();
});
