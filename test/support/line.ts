// The line between a page and its room, in a test's hands: it carries, holds back what is said, refuses what is sent, is dead, or turns callers away.
import type { Page, WebSocketRoute } from "playwright-core";

export interface Line {
  /** From now on the room seems to refuse each op, or does so no more. */
  refuse(on: boolean): void;
  /** From now on what the room says waits; with `false` it comes, in its order. */
  holdBack(on: boolean): void;
  /** Ends every connection; no new one comes through. */
  cut(): Promise<void>;
  /** Whoever calls from now on is told this, and no more. */
  turnAway(code: string): void;
}

/** Takes hold of the lines that a page opens from now on. */
export async function holdLine(page: Page): Promise<Line> {
  const open = new Set<WebSocketRoute>();
  let refuses = false;
  let waiting: (() => void)[] | undefined;
  let dead = false;
  let lastWord: string | undefined;
  // Nor is there a way round it.
  await page.route(/\/r\/[^/]+\/sessions/, (route) => route.abort());
  await page.routeWebSocket(/\/r\//, (line) => {
    if (dead) {
      if (lastWord !== undefined) line.send(lastWord);
      return void line.close();
    }
    open.add(line);
    const room = line.connectToServer();
    room.onMessage((frame) => {
      if (waiting === undefined) line.send(frame);
      else waiting.push(() => line.send(frame));
    });
    line.onMessage((frame) => {
      const { type, ops = [] } = JSON.parse(String(frame));
      if (type !== "ops" || !refuses) return room.send(frame);
      for (const { id } of ops) line.send(JSON.stringify({ type: "refused", code: "internal", id }));
    });
  });
  return {
    refuse(on) {
      refuses = on;
    },
    holdBack(on) {
      const told = waiting ?? [];
      waiting = on ? told : undefined;
      if (!on) for (const tell of told) tell();
    },
    async cut() {
      dead = true;
      for (const line of open) await line.close();
    },
    turnAway(code) {
      dead = true;
      // Long enough for nobody to come again while they are looked at.
      lastWord = JSON.stringify({ type: "refused", code, retryAfter: 60 });
    },
  };
}
