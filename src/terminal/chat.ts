// npm run chat -- URL: a room in a terminal, over the same client as everywhere.
import { setTimeout as sleep } from "node:timers/promises";
import { join, type Member } from "../library/index.ts";
import { type Args, readArgs, USAGE } from "./args.ts";
import { command } from "./command.ts";
import { keptSecret } from "./identity.ts";
import { createScreen } from "./screen.ts";
import { notTaken, told } from "./told.ts";

/** So much of the talk is shown at first. */
const FIRST = 20;
const PATIENCE_S = 10;

const args = readArgs(process.argv.slice(2), process.env);
if (args === undefined) {
  console.error(USAGE);
  process.exit(2);
}
const room = joined(args);
const screen = createScreen({
  line(text) {
    const { length } = room.state.pending;
    if (!command(room, text, screen.show)) return screen.end();
    // It is shown in its place, and that it has none yet.
    if (greeted && room.state.link.is !== "open" && room.state.pending.length > length) screen.show(`[Kept: ${text}]`);
  },
  ended: () => void leave(),
});
room.onMessage(screen.message);

function joined({ address, options }: Args): Member {
  try {
    return join(address, { ...options, ...(options.token === undefined && { secret: keptSecret() }) });
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    console.error(fault.message);
    process.exit(2);
  }
}

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
  const news = told(link, room.way()) ?? said;
  if (news !== said) screen.show(news);
  said = news;
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
