// People who use the shipped client core in a scripted room.
import { joinRoom } from "../../src/client/join.ts";
import type { Room } from "../../src/client/room.ts";
import { memoryStore } from "../../src/client/store/memory.ts";
import type { OutboxStore } from "../../src/client/store/outbox-store.ts";
import { createScriptedRoom, type ScriptedRoom } from "./scripted-room.ts";

/** Ann opens the room; what she wrote before is in the store. */
export function annJoins({ world }: ScriptedRoom, store: OutboxStore = memoryStore("lobby")): Room {
  return joinRoom({ url: "ws://parlor.test/r/lobby", room: "lobby", name: "Ann", platform: world.platform, store });
}

/** What stands on a screen: texts of messages, then of what is pending. */
export function screen({ state }: Room) {
  return {
    messages: state.messages.map((message) => message.body?.text),
    pending: state.pending.map(({ op, status }) => `${"body" in op ? op.body.text : op.kind} ${status}`),
  };
}

/** Ann in a room where Bo has said these, level with it. */
export async function together(...texts: string[]) {
  const room = createScriptedRoom();
  room.boSays(...texts);
  const client = annJoins(room);
  await room.world.pass(100);
  return { room, world: room.world, client };
}

/** What each frame of ops said. */
export function texts(frames: ReturnType<ScriptedRoom["heard"]>) {
  return frames.map((ops) => ops.map((op) => (op.kind === "send" ? op.body.text : op.kind)));
}
