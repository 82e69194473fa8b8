// What a client knows of a room's order.
import { expect, test } from "vitest";
import { together } from "../support/members.ts";
import { ann, bo } from "../support/scripted-room.ts";

test("Ann's screen follows what is set for the room, and what she is in it", async () => {
  const { room, client, world } = await together("one");
  expect([client.state.rules, client.state.you?.role]).toEqual([{}, "member"]);
  const stamp = (seq: number) => ({ seq, id: `an-id-of-event-${seq}`, by: bo.member, at: 1 });
  const rules = { ...stamp(2), kind: "rules", rules: { write: "members", slow: 10 } };
  const role = { ...stamp(3), kind: "role", who: ann.member, role: "moderator" };
  const mute = { ...stamp(4), kind: "mute", who: bo.member, seconds: 60 };
  room.line.tell({ type: "events", events: [rules, role, mute], people: [{ ...ann, role: "moderator" }] });
  await world.pass(10);
  expect(client.state.rules).toEqual({ write: "members", slow: 10 });
  expect(client.state.you?.role).toBe("moderator");
  expect(client.state.people.get(ann.member)?.role).toBe("moderator");
  // What the core does not know has no effect, and leaves no hole.
  expect(client.state.cursor).toBe(4);
});
