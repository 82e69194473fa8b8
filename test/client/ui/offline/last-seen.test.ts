// What a device keeps of a room, and for how long.
import { expect, test } from "vitest";
import type { State } from "../../../../src/client/state.ts";
import { type LastPage, pageOf } from "../../../../src/client/store/last-pages.ts";
import { lastSeenOf } from "../../../../src/client/ui/offline/last-seen.ts";
import { annJoins } from "../../../support/members.ts";
import { createScriptedRoom, type ScriptedRoom } from "../../../support/scripted-room.ts";

/** Ann's device, and what it has kept of the lobby. */
function deviceOf(ann: ReturnType<typeof annJoins>, now: () => number, before?: LastPage) {
  const kept = new Map<string, LastPage>(before && [["lobby", before]]);
  const device = lastSeenOf(
    ann,
    {
      keep: async (room, page) => void kept.set(room, page),
      recall: async (room) => kept.get(room),
      forget: async (room) => void kept.delete(room),
    },
    now,
  );
  ann.subscribe(device.look);
  device.look();
  const texts = (messages: State["messages"] | undefined) => messages?.map(({ body }) => body?.text);
  return {
    ...device,
    kept: () => texts(kept.get("lobby")?.messages),
    page: () => kept.get("lobby"),
    shown: () => texts(ann.state.messages),
  };
}

/** Ann has read in a room what Bo said there. */
async function read(...said: string[]) {
  const room = createScriptedRoom();
  room.boSays(...said);
  const ann = annJoins(room);
  const device = deviceOf(ann, room.world.now);
  await room.world.pass(100);
  return { room, ann, device };
}

/** The room says no, and closes. */
async function refuse({ line, world }: ScriptedRoom, code: string) {
  line.tell({ type: "refused", code });
  await world.pass(2);
  line.cut();
  await world.pass(100);
}

test("what the room has is kept as soon as it is heard, in place of what was kept of it before", async () => {
  const { room, ann, device } = await read("hello");
  expect(device.kept()).toEqual(["hello"]);
  room.line.cut();
  room.wipe();
  room.boSays("another log");
  await room.world.pass(5_000);
  expect(device.kept()).toEqual(["another log"]);
  ann.leave();
});

test("a deleted room's page is dropped, and not kept again as the tab is put away", async () => {
  const { room, ann, device } = await read("hello");
  room.boSays("not kept yet");
  await room.world.pass(10);
  await refuse(room, "gone");
  expect(ann.state.link).toMatchObject({ is: "refused", code: "gone" });
  device.keep();
  expect(device.page()).toBeUndefined();
});

test.each(["gone", "banned"])("what is shown while a room is out of reach is hidden when it says %s", async (code) => {
  const { ann: before, room } = await read("hello");
  const page = pageOf({ ...before.state, topic: "tea" }, room.world.now());
  before.leave();
  const later = createScriptedRoom();
  later.reachable = false;
  const ann = annJoins(later);
  const device = deviceOf(ann, later.world.now, page);
  await later.world.pass(100);
  expect([device.shown(), ann.state.topic]).toEqual([["hello"], "tea"]);
  later.reachable = true;
  later.answersHello = false;
  await later.world.pass(15_000);
  await refuse(later, code);
  expect([device.shown(), ann.state.topic]).toEqual([[], ""]);
  expect(device.page() === undefined).toBe(code === "gone");
});

test("what the room has forgotten by now is not shown, by the rule that held when it was last heard", async () => {
  const { room, ann, device } = await read("an hour ago", "just now");
  const { state } = ann;
  const now = room.world.now();
  const messages = state.messages.map((message, at) => ({ ...message, at: at === 0 ? now - 3_600_000 : now }));
  const page = pageOf({ ...state, messages, rules: { keep: 86_400 } }, now);
  const later = createScriptedRoom();
  later.reachable = false;
  const shownAfter = async (ms: number) => {
    const again = annJoins(later);
    const { shown } = deviceOf(again, () => now + ms, page);
    await later.world.pass(100);
    again.leave();
    return shown();
  };
  expect(await shownAfter(82_000_000)).toEqual(["an hour ago", "just now"]);
  expect(await shownAfter(82_800_000)).toEqual(["just now"]);
  expect(await shownAfter(86_400_000)).toEqual([]);
  expect(device.page()?.keep).toBe(0);
  ann.leave();
});

test("that the room keeps things for less long is kept too, though nothing was said", async () => {
  const { room, ann, device } = await read("hello");
  const [last] = room.log;
  room.line.tell({
    type: "events",
    events: [{ id: "id-of-the-rules", kind: "rules", rules: { keep: 86_400 }, seq: 2, by: last?.by, at: 1 }],
  });
  await room.world.pass(10);
  device.keep();
  expect(device.page()?.keep).toBe(86_400);
  ann.leave();
});
