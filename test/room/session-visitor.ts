// Somebody in a room over HTTP, for tests inside workerd: a session as PROTOCOL.md has it, by a stream or by polls, without a
// line of the shipped client, so that it stays what builds before this one speak.
import { expect } from "vitest";
import { get, sleep, until, type Warmth } from "./visitor.ts";

export interface SessionVisitor {
  /** Every frame that came, as it came. */
  readonly received: string[];
  send(frame: object): Promise<void>;
  leave(): Promise<void>;
}

/** Opens a session: a stream where the room is put to sleep before each frame, for between polls that would end it. */
export async function openSession(room: string, cookie: string, warmth: Warmth): Promise<SessionVisitor> {
  const at = `/r/${encodeURIComponent(room)}/sessions`;
  const headers = { Cookie: cookie };
  const gone = new AbortController();
  const polls = warmth === "warm";
  const received: string[] = [];
  let id = "";
  let text = "";

  function read(part: string): void {
    const events = (text + part).split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) {
      const [, session] = /^event: session\ndata: (.*)$/.exec(event) ?? [];
      const [, frame] = /^data: (.*)$/.exec(event) ?? [];
      if (session !== undefined) id = session;
      if (frame !== undefined) received.push(frame);
    }
  }

  async function listen(first: Response): Promise<void> {
    if (polls) {
      read(await first.text());
      for (;;) {
        const answer = await get(`${at}/${id}`, headers);
        if (answer.status !== 200) return;
        read(await answer.text());
      }
    }
    const reader = first.body?.pipeThrough(new TextDecoderStream()).getReader();
    gone.signal.addEventListener("abort", () => void reader?.cancel());
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) read(part.value);
  }

  const how = polls ? "?poll" : "";
  const opened = await get(at + how, headers, { method: "POST", signal: gone.signal });
  const listening = listen(opened).catch(() => {});
  await until(() => expect(id).toHaveLength(22));
  return {
    received,
    async send(frame) {
      if (warmth === "evicted") await sleep(room);
      const { status } = await get(`${at}/${id}`, headers, { method: "POST", body: JSON.stringify(frame) });
      expect(status).toBe(204);
    },
    async leave() {
      await get(`${at}/${id}`, headers, { method: "DELETE" });
      gone.abort();
      await listening;
    },
  };
}
