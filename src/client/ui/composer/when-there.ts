// Finding a message again after a reload, to go on with what was being written about it.
import type { Message } from "../../../protocol/event.ts";
import type { Room } from "../../room.ts";

/** The message with this seq and id, once the room is there; nothing where it is gone. */
export function whenThere(room: Room, { seq, id }: { seq: number; id: string }): Promise<Message | undefined> {
  const same = (message: Message | undefined) => (message?.id === id && message.body !== null ? message : undefined);
  return new Promise((resolve) => {
    const look = (): boolean => {
      const { messages, welcomed } = room.state;
      const loaded = messages.find((message) => message.seq === seq);
      if (loaded === undefined && !welcomed) return false;
      resolve(loaded === undefined ? room.lookUp(seq).then(same) : same(loaded));
      return true;
    };
    if (look()) return;
    const stop = room.subscribe(() => {
      if (look()) stop();
    });
  });
}
