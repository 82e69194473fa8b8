// Measures what it costs to post an event to a webhook: a room of its own that posts to us.
import type { Counts } from "./counts.ts";
import { ALARM, openOutside } from "./outside.ts";
import { TEXT } from "./scenarios.ts";
import type { Rows } from "./usage.ts";
import { Visitor } from "./visitor.ts";

const ROOM = "posting";
/** So many, for whoever listens is told of one while the next is being said. */
const MESSAGES = 20;

/** What a message costs more for being posted to one webhook, alone on its way: rows beside the message's own. */
export async function measureDelivery(server: URL, message: Rows): Promise<Rows> {
  const receiver = await openOutside();
  const ann = await Visitor.enter(`ws://${server.host}/r/${ROOM}`, "Ann");
  const tell = (wish: object) => ann.hears("events", () => ann.act(wish));
  const counts = async (): Promise<Counts> => (await fetch(new URL(`/counts/${ROOM}`, server))).json();
  const to = { url: receiver.url, secret: `whsec_${"A".repeat(32)}`, tells: ["messages"] };
  await tell({ kind: "create" });
  await tell({ kind: "hook", who: `hook-${"a".repeat(20)}`, name: "Archive", to });
  const say = () => receiver.hears(() => tell({ kind: "send", body: { text: TEXT } }));
  await say();
  const before = await counts();
  for (let n = 0; n < MESSAGES; n += 1) await say();
  const after = await counts();
  await ann.leave();
  receiver.close();
  return {
    written: (after.rowsWritten - before.rowsWritten) / MESSAGES - message.written + ALARM,
    read: (after.rowsRead - before.rowsRead) / MESSAGES - message.read,
  };
}
