// The lines of PROTOCOL.md, as somebody would paste them.
import { execFile, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { folder, serve } from "../support/serve.ts";

const run = promisify(execFile);
const [, block = ""] = /```sh\n(curl -c jar[\s\S]*?)```/.exec(readFileSync("PROTOCOL.md", "utf8")) ?? [];
const lines = block.trim().split("\n");

/** What a line says where it works: each of those in PROTOCOL.md, in their order. */
const answers: RegExp[] = [
  /^\S+: hello\n201$/,
  /^\S+: hello\n200$/,
  /"events":\[\{"seq":1,.*200$/s,
  /^\*\*\S+\*\* · .* UTC · 1\n\nhello\n200$/s,
  /^\S+: hello\n200$/,
  /^: connected\nid: \S+\.0\n\nid: \S+\.1\ndata: \{"seq":1,.*200$/s,
  /"kind":"edit".*201$/s,
  /"kind":"react".*201$/s,
  /"kind":"topic".*201$/s,
  /^Ann#\S+: tea\?\n201$/,
  /"events":\[.*"Tea at four".*200$/s,
  /^$/,
  /^204$/,
  /^data: \{"type":"welcome",.*200$/s,
  /^204$/,
  /"kind":"delete".*201$/s,
  /"kind":"create".*201$/s,
  /^$/,
  /^Weather#bot: rain at four\n201$/,
  /^$/,
  /^ok200$/,
];

// As with the browser: said clearly where there is none, and a failure under CI.
const noCurl = spawnSync("curl", ["--version"]).error !== undefined;
if (noCurl) {
  const sentence = "No curl was found: the lines of PROTOCOL.md were not run.";
  if (process.env.CI === "true") throw new Error(sentence);
  console.warn(sentence);
}

test.skipIf(noCurl)("the lines of PROTOCOL.md do what they say", async () => {
  expect(lines).toHaveLength(answers.length);
  const dir = folder();
  const { url, stop } = await serve(dir);
  for (const [index, line] of lines.entries()) {
    const here = line.replaceAll("https://your-chat.example", url).replace(/^curl/, "curl -sS -w '%{http_code}'");
    // A stream ends where curl has had enough of it.
    const said = await run("sh", ["-c", here], { cwd: dir }).catch((fault) => fault);
    expect(String(said.stdout), line).toMatch(answers[index] ?? /$^/);
  }
  await stop();
});
