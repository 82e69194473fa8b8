// What Ann wrote about one log, when the room has another by the time it is sent.
import { expect, test } from "vitest";
import { forLog, isOtherLog } from "../../src/client/other-log.ts";
import { emptyRoom, type Pending, type State } from "../../src/client/state.ts";
import { screen, together } from "../support/members.ts";

test("Ann's delete of a message never falls on the one that has its place after a wipe", async () => {
  const { room, client, world } = await together("old one", "old two");
  client.disconnect();
  client.delete(1);
  client.react(2, "👍", true);
  client.send("an answer", { replyTo: 1 });
  client.send("still true");
  room.wipe();
  room.boSays("precious", "new two");
  client.connect();
  await world.pass(1000);
  expect(screen(client)).toEqual({
    messages: ["precious", "new two", "an answer", "still true"],
    pending: ["delete failed", "react failed"],
  });
  expect(client.state.messages.map((message) => message.replyTo)).toEqual([undefined, undefined, undefined, undefined]);
  expect(client.state.pending.map(({ code }) => code)).toEqual(["no_message", "no_message"]);
  for (const { op } of client.state.pending) client.retry(op.id);
  await world.pass(1000);
  expect(client.state.pending.map(({ status }) => status)).toEqual(["failed", "failed"]);
  expect(client.state.messages[0]?.body?.text).toBe("precious");
});

test("what Ann wrote before anybody had said anything goes to the first log that there is", () => {
  const send: Pending = { op: { id: "id", kind: "send", body: { text: "hi" } }, at: 1, epoch: "", status: "waiting" };
  expect(forLog(send, "an-epoch")).toBe(send);
});

test("another log has another first event, or ends earlier than what Ann has seen", () => {
  const at = (cursor: number, epoch = "an-epoch"): State => ({ ...emptyRoom("lobby"), epoch, cursor });
  expect(isOtherLog(at(5), at(9, "another-epoch"))).toBe(true);
  expect(isOtherLog(at(5), at(3))).toBe(true);
  expect(isOtherLog(at(5), at(9))).toBe(false);
});
