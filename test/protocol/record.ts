// Records a talk as this build speaks it, for the builds after it to be tested by (recorded.test.ts): run by hand, with
// `npm run build && node test/protocol/record.ts > test/protocol/recorded/<date>.json`, when the protocol is about to change.
import { setTimeout as sleep } from "node:timers/promises";
import * as v from "valibot";
import type { Room } from "../../src/client/room.ts";
import { stretch } from "../../src/client/stretch.ts";
import { recordIn } from "./recording.ts";

const room = "recorded";
const { lines, joins, asks, end } = await recordIn(room);

/** Each thing is done when all that came of the last one has come. */
async function then<T>(act: () => T): Promise<Awaited<T>> {
  const come = await act();
  await sleep(300);
  return come;
}
const idOf = ({ state }: Room) => state.you?.member ?? "";
const json = (said: object, key = "") => ({
  headers: { "Content-Type": "application/json", Accept: "application/json", ...(key && { "Idempotency-Key": key }) },
  body: JSON.stringify(said),
});
const asking = (accept: string, headers = {}) => ({ headers: { Accept: accept, ...headers } });

// A room of Ann's, with rules, in which people talk.
const ann = await then(() => joins("ann"));
await then(() => ann.moderate({ kind: "create" }));
await then(() => ann.moderate({ kind: "rules", rules: { title: "Tea", write: "everyone", listed: true } }));
await then(() => ann.send("hello"));
const bo = await then(() => joins("bo"));
await then(() => bo.typing(true));
await then(() => bo.send("你好，**ann**"));
await then(() => ann.send("an answer", { replyTo: 4 }));
await then(() => ann.send("waves", { me: true }));
await then(() => ann.edit(5, "a better answer"));
await then(() => bo.react(5, "👍", true));
await then(() => bo.react(5, "🎉", true));
await then(() => bo.react(5, "👍", false));
await then(() => bo.sawUpTo(9));
await then(() => bo.looking(false));
await then(() => ann.setTopic("tea at four"));
await then(() => bo.looking(true));
await then(() => bo.rename("bob"));

// Bo keeps it in order.
const cleo = await then(() => joins("cleo"));
await then(() => cleo.send("hi"));
await then(() => bo.moderate({ kind: "mute", who: idOf(cleo), seconds: 60 }));
await then(() => ann.moderate({ kind: "role", who: idOf(bo), role: "moderator" }));
await then(() => bo.moderate({ kind: "mute", who: idOf(cleo), seconds: 600 }));
await then(() => cleo.send("can anybody hear me?"));
await then(() => bo.moderate({ kind: "mute", who: idOf(cleo), seconds: 0 }));
await then(() => bo.moderate({ kind: "role", who: idOf(cleo), role: "guest" }));
await then(() => cleo.disconnect());
await then(() => cleo.connect());
await then(() => cleo.send("a guest again"));
await then(() => bo.delete(13));
await then(() => bo.moderate({ kind: "kick", who: idOf(cleo), reason: "cool down" }));
await then(() => cleo.connect());
await then(() => bo.moderate({ kind: "ban", who: idOf(cleo), seconds: null, reason: "enough" }));
await then(() => cleo.connect());
await then(() => asks("bo", "GET", "/bans"));
await then(() => bo.moderate({ kind: "ban", who: idOf(cleo), seconds: 0 }));
await then(() => cleo.connect());

// A passcode, which Eve, who has no socket, is asked for.
await then(() => ann.moderate({ kind: "rules", rules: { pass: { code: "open sesame" } } }));
const eve = await then(() => joins("eve", { over: "http" }));
await then(() => eve.enter({ code: "open sezame" }));
const pass = await stretch("open sesame", room);
await then(() => eve.enter(pass));
await then(() => eve.send("over HTTP"));
await then(() => eve.send("and again"));
await then(() => eve.typing(true));
await then(() => asks("fay", "GET", "", asking("text/plain")));
await then(() => asks("fay", "GET", "", asking("text/plain", { Authorization: `Basic ${btoa("x:open sesame")}` })));
await then(() => ann.moderate({ kind: "rules", rules: { pass: null, locked: false, slow: 0 } }));

// Programs.
const Made = v.object({ token: v.string(), who: v.string() });
const bot = v.parse(
  Made,
  await then(() => asks("ann", "POST", "/bots", json({ name: "weather" }, "a-key-for-weather"))),
);
const weather = await then(() => joins("weather", { token: bot.token }));
await then(() => weather.send("rain at four"));
const Hook = v.object({ url: v.string() });
const { url } = v.parse(
  Hook,
  await then(() => asks("ann", "POST", "/hooks", json({ name: "builds" }, "a-key-for-builds"))),
);
const hook = url.slice(url.indexOf("/hooks/"));
await then(() => asks("", "POST", hook, { headers: { "Idempotency-Key": "build-1" }, body: "built" }));
await then(() => asks("", "POST", hook, json({ text: "see <https://builds.example/2|build 2>" }, "build-2")));
const out = { name: "archive", url: "https://archive.example/in", tells: ["reactions"] };
const archive = v.parse(
  v.object({ who: v.string() }),
  await then(() => asks("ann", "POST", "/hooks", json(out, "a-key-for-archive"))),
);
await then(() => ann.moderate({ kind: "pause", who: archive.who, on: true }));
await then(() => asks("ann", "GET", "/bots"));
await then(() => asks("ann", "GET", "/hooks"));
await then(() => ann.moderate({ kind: "revoke", who: bot.who }));
await then(() => ann.moderate({ kind: "revoke", who: archive.who }));

// The doors of HTTP.
await then(() => asks("bo", "POST", "", json({ text: "by post" }, "post-1")));
await then(() => asks("bo", "POST", "", json({ text: "by post" }, "post-1")));
const posted = ann.state.cursor;
await then(() => asks("bo", "PATCH", `/${posted}`, json({ text: "by post, mended" }, "patch-1")));
await then(() => asks("ann", "PUT", `/${posted}/%F0%9F%91%8D`, { headers: { "Idempotency-Key": "thumb-1" } }));
await then(() => asks("ann", "DELETE", `/${posted}/%F0%9F%91%8D`, { headers: { "Idempotency-Key": "thumb-2" } }));
await then(() => asks("bo", "POST", "/ops", json({ kind: "topic", text: "tea at five" }, "op-1")));
await then(() => asks("ann", "PATCH", `/${posted}`, json({ text: "not mine" }, "patch-2")));
await then(() => asks("fay", "GET", "?since=3&limit=4", asking("application/json")));
await then(() => asks("fay", "GET", "", asking("application/json")));
await then(() => asks("fay", "GET", "", asking("text/plain")));
await then(() => asks("fay", "GET", "?limit=3", asking("text/markdown")));
await then(() => asks("bo", "GET", "/mine"));

// Some go, and come again.
await then(() => bo.disconnect());
await then(() => ann.send("while bo is away"));
await then(() => ann.delete(3));
await then(() => bo.connect());
await then(() => bo.search("answer"));
await then(() => bo.lookUp(4));
await then(() => ann.edit(4, "not mine"));
await then(() => eve.moderate({ kind: "erase" }));
await then(() => eve.moderate({ kind: "leave" }));
for (const one of [eve, cleo, bo, ann]) await then(() => one.leave());

await end();
process.stdout.write(`[\n${lines.map((line) => JSON.stringify(line)).join(",\n")}\n]\n`);
