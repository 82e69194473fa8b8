// Measures what it costs to post an event to a webhook: a room of its own that posts to us.
import { once } from "node:events";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Counts } from "./counts.ts";
import { TEXT } from "./scenarios.ts";
import type { Rows } from "./usage.ts";
import { Visitor } from "./visitor.ts";

const ROOM = "posting";
/** So many, for whoever listens is told of one while the next is being said. */
const MESSAGES = 20;
/** Enough for the room to write down that its post was taken. */
const WRITTEN_AFTER_MS = 500;
/** The alarm by which the room goes out to deliver is a row of the platform's own, which no cursor counts. */
const ALARM = 1;

/** What a message costs more for being posted to one webhook, alone on its way: rows beside the message's own. */
export async function measureDelivery(server: URL, message: Rows): Promise<Rows> {
  let heard = 0;
  const receiver = createServer((request, response) => {
    heard += 1;
    request.resume();
    response.writeHead(204).end();
  }).listen(0, "127.0.0.1");
  await once(receiver, "listening");
  const address = receiver.address();
  if (address === null || typeof address === "string") throw new Error("nowhere to post to");
  const ann = await Visitor.enter(`ws://${server.host}/r/${ROOM}`, "Ann");
  const tell = (wish: object) => ann.hears("events", () => ann.act(wish));
  const counts = async (): Promise<Counts> => (await fetch(new URL(`/counts/${ROOM}`, server))).json();
  const to = { url: `http://127.0.0.1:${address.port}/`, secret: `whsec_${"A".repeat(32)}`, tells: ["messages"] };
  await tell({ kind: "create" });
  await tell({ kind: "hook", who: `hook-${"a".repeat(20)}`, name: "Archive", to });
  const say = async () => {
    const before = heard;
    await tell({ kind: "send", body: { text: TEXT } });
    while (heard === before) await sleep(2);
    await sleep(WRITTEN_AFTER_MS);
  };
  await say();
  const before = await counts();
  for (let n = 0; n < MESSAGES; n += 1) await say();
  const after = await counts();
  await ann.leave();
  receiver.closeAllConnections();
  receiver.close();
  return {
    written: (after.rowsWritten - before.rowsWritten) / MESSAGES - message.written + ALARM,
    read: (after.rowsRead - before.rowsRead) / MESSAGES - message.read,
  };
}
