// The package as somebody has it who installed it: its types, and the bot that comes with it.
import { execFileSync, spawn } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openServer } from "../support/house.ts";
import { joins } from "../support/people.ts";
import { folder, until } from "../support/serve.ts";

const server = openServer();

test("npm pack makes a package whose types hold, and whose bot echoes what ann says", async () => {
  const dir = folder();
  const here = { cwd: dir, stdio: "pipe", encoding: "utf8" } as const;
  const dist = join(dir, "dist");
  execFileSync(process.execPath, ["src/build/library.ts", dist]);
  execFileSync("npm", ["pack", dist, "--pack-destination", dir], here);
  const [tarball = ""] = readdirSync(dir).filter((name) => name.endsWith(".tgz"));
  writeFileSync(join(dir, "package.json"), '{"type":"module"}');
  execFileSync("npm", ["install", "--offline", "--no-audit", "--no-fund", `./${tarball}`], here);

  writeFileSync(
    join(dir, "mine.ts"),
    `import { join, type Member, type Message } from "parlor";
     const room: Member = join("https://your-chat.example/r/lobby", { name: "Bot" });
     const said = ({ body }: Message): string | undefined => body?.text;
     room.onMessage((message, author) => console.log(author?.name.length, said(message)));
     // @ts-expect-error A message is text.
     room.send(1);`,
  );
  const strict = [
    "--strict",
    "--noEmit",
    "--module",
    "nodenext",
    "--target",
    "es2024",
    "--lib",
    "es2024,dom",
    "--types",
    "",
  ];
  execFileSync(
    process.execPath,
    [resolve("node_modules/typescript/bin/tsc"), ...strict, "--skipLibCheck", "mine.ts"],
    here,
  );

  const url = `${server().url}/r/echoes`;
  const bot = spawn(process.execPath, ["node_modules/parlor/echo.js", url], { cwd: dir, stdio: "inherit" });
  onTestFinished(() => void bot.kill());
  const ann = joins(server().url, "echoes", "Ann");
  await until(() => ann.state.count === 2);
  ann.send("hello");
  await until(() => ann.state.messages.length === 2);
  expect(ann.state.messages[1]).toMatchObject({ body: { text: "Ann said: hello" }, replyTo: 1 });
  ann.leave();
});
