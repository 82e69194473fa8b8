// npm run chat -- URL: a room in a terminal, over the same client as everywhere.
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { join } from "../library/index.ts";
import { command } from "./command.ts";
import { keptSecret } from "./identity.ts";
import { createScreen } from "./screen.ts";
import { notTaken, told } from "./told.ts";

const USAGE =
  "usage: npm run chat -- http://localhost:8787/r/lobby [--name Ann] [--passcode words] [--token parlor_bot_…]";
/** So much of the talk is shown at first. */
const FIRST = 20;
const PATIENCE_S = 10;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { name: { type: "string" }, passcode: { type: "string" }, token: { type: "string" } },
});
const [address = ""] = positionals;
if (!URL.canParse(address)) {
  console.error(USAGE);
  process.exit(2);
}

const { name, passcode } = values;
// Arguments are seen by everybody on the machine, and kept by shells.
const token = values.token ?? process.env.PARLOR_TOKEN;
const who = token ? { token } : { secret: keptSecret() };
const room = join(address, { ...who, ...(name && { name }), ...(passcode && { passcode }) });
const screen = createScreen({
  line(text) {
    if (!command(room, text, screen.show)) screen.end();
  },
  ended: () => void leave(),
});
room.onMessage(screen.message);

/** Goes when what was written is in the log, or can't be put there for as long as somebody waits. */
async function leave() {
  const unsaid = () =>
    room.state.link.is !== "refused" && room.state.pending.some(({ status }) => status === "waiting");
  for (let tries = 0; unsaid() && tries < PATIENCE_S * 50; tries++) await sleep(20);
  room.leave();
  process.exit();
}

let said = "";
let greeted = false;
const failed = new Set<string>();
room.subscribe(() => {
  const { link, welcomed, messages, people, pending } = room.state;
  if (told(link) !== said) screen.show(told(link));
  said = told(link);
  // Its passcode can still be said.
  if (link.is === "refused" && link.code !== "pass_needed" && link.code !== "wrong_pass") {
    process.exitCode = 1;
    screen.end();
  }
  if (welcomed && !greeted) {
    greeted = true;
    for (const message of messages.slice(-FIRST)) screen.message(message, people.get(message.by));
  }
  for (const each of pending) {
    if (each.status === "failed" && !failed.has(each.op.id)) screen.show(notTaken(each));
    if (each.status === "failed") failed.add(each.op.id);
  }
});
