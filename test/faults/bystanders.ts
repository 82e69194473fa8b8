// Two people who talk while somebody else does their worst to the same server: nothing of that may reach them.
import { expect } from "vitest";
import { joins } from "../support/people.ts";
import { type Served, until } from "../support/serve.ts";

export interface Bystanders {
  /** They still talk, over the links that they had, in a process that never died. */
  unharmed(): Promise<void>;
  leave(): void;
}

/** Ann and Bo in a room of a server. */
export async function talkOn(server: Served, room: string): Promise<Bystanders> {
  const before = server.workerds();
  const ann = joins(server.url, room, "Ann");
  const bo = joins(server.url, room, "Bo");
  const both = [ann, bo];
  await until(() => both.every(({ state }) => state.link.is === "open"));
  const noticed: string[] = [];
  const began = performance.now();
  for (const [who, one] of Object.entries({ ann, bo })) {
    one.subscribe(() => {
      const { link } = one.state;
      if (link.is !== "open") noticed.push(`${who}, after ${Math.round(performance.now() - began)} ms: ${link.is}`);
    });
  }
  let said = 0;
  return {
    async unharmed() {
      said += 1;
      ann.send(`ann, ${said}`);
      bo.send(`bo, ${said}`);
      const texts = ({ state }: typeof ann) => state.messages.map(({ body }) => body?.text);
      await until(() => both.every((one) => texts(one).includes(`ann, ${said}`) && texts(one).includes(`bo, ${said}`)));
      expect(server.workerds()).toEqual(before);
      expect(noticed).toEqual([]);
    },
    leave() {
      for (const one of both) one.leave();
    },
  };
}

/** What no answer may tell: where the code lies, how it is called inside, what SQLite says. */
export const INTERNALS =
  /\bat \S+ \(|\bat (?:file|https?):|node_modules|\.ts:\d|\.js:\d|SQLITE|SELECT |INSERT |stack|workerd|durable|undefined is not|Cannot read|Unexpected token|valibot/i;
