// Measures what it costs to tell a browser of a message by Web Push: a room of its own, and a push service that we are.
import { createECDH, randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Counts } from "./counts.ts";
import { ALARM, openOutside } from "./outside.ts";
import { TEXT } from "./scenarios.ts";
import type { Rows } from "./usage.ts";
import { Visitor } from "./visitor.ts";

const ROOM = "pushing";
/** More than the room pauses after it has told everybody (src/room/push-clock.ts). */
const PAUSE_MS = 5_500;

/** What a message costs more where somebody who doesn't look is told of it: rows beside the message's own. */
export async function measurePush(server: URL, message: Rows): Promise<Rows> {
  const service = await openOutside();
  const enter = (name: string) => Visitor.enter(`ws://${server.host}/r/${ROOM}`, name);
  const ann = await enter("Ann");
  const bo = await enter("Bo");
  const { cookie } = ann.back;
  await ann.leave();
  const browser = createECDH("prime256v1");
  const keys = { p256dh: browser.generateKeys("base64url"), auth: randomBytes(16).toString("base64url") };
  const subscribed = await fetch(new URL(`/r/${ROOM}/push`, server), {
    method: "PUT",
    headers: { Cookie: cookie },
    body: JSON.stringify({ endpoint: service.url, keys, choice: "all" }),
  });
  if (!subscribed.ok) throw new Error(`not subscribed: ${subscribed.status}`);
  const counts = async (): Promise<Counts> => (await fetch(new URL(`/counts/${ROOM}`, server))).json();
  const say = () => service.hears(() => bo.hears("events", () => bo.act({ kind: "send", body: { text: TEXT } })));
  await say();
  await sleep(PAUSE_MS);
  const before = await counts();
  await say();
  const after = await counts();
  await bo.leave();
  service.close();
  return {
    written: after.rowsWritten - before.rowsWritten - message.written + ALARM,
    read: after.rowsRead - before.rowsRead - message.read,
  };
}
