// What everybody is sent: each thing encoded once per codec, one and the same string for all.
import type { LogEvent } from "../protocol/event.ts";
import { ROSTER_PEOPLE } from "../protocol/limits.ts";
import { type Core, concerned, dismiss, personOf } from "./core.ts";
import { weigh } from "./credit.ts";
import { linesOf } from "./lines.ts";
import type { Session } from "./session.ts";

/** Sends a turn's events to every session that is level with the log: one frame, or a line for each message. */
export function announce(core: Core, events: readonly LogEvent[]): void {
  const head = events.at(-1);
  if (head === undefined) return;
  const news = core.told.news(concerned(core, events));
  const frame = JSON.stringify({ type: "events", events, ...(news.length > 0 && { people: news }) });
  // Most rooms have nobody who reads lines.
  let lines: string[] | undefined;
  const bytes = weigh([frame]);
  core.traffic.parlor.sent(bytes, head.seq);
  for (const session of core.sessions) {
    const { codec, stage } = session.memory;
    if (codec === "text") {
      // At the door of a room with a passcode.
      if (stage.is === "new") continue;
      if (lines === undefined) {
        lines = linesOf(core, events);
        core.traffic.text.sent(weigh(lines), head.seq);
      }
      for (const each of lines) session.link.send(each);
    } else if (stage.is === "live") session.link.send(frame);
    else session.received += bytes;
    endIfSlow(core, session);
  }
}

/** Who came, left and read on in this turn. */
export function announceRoster(core: Core): void {
  const changes = core.roster.changes((session) => personOf(core, session.memory.person));
  if (changes !== undefined) toOthers(core, JSON.stringify(changes), () => true);
}

/** Where the log begins by now: what a screen shows of before it goes too. */
export function announceTail(core: Core): void {
  toOthers(core, JSON.stringify({ type: "tail", tail: core.log.tail }), () => true);
}

/** Who is typing. In a crowd nobody could follow it, and it would cost a frame to each. */
export function announceTyping(core: Core, typing: ReadonlyMap<string, boolean>): void {
  if (core.roster.count > ROSTER_PEOPLE) return;
  for (const [member, on] of typing) {
    toOthers(core, JSON.stringify({ type: "typing", member, on }), (session) => session.member !== member);
  }
}

function toOthers(core: Core, frame: string, isFor: (session: Session) => boolean): void {
  const bytes = weigh([frame]);
  core.traffic.parlor.sent(bytes);
  for (const session of core.sessions) {
    const { codec, stage } = session.memory;
    if (codec === "text") continue;
    if (stage.is !== "new" && isFor(session)) session.link.send(frame);
    else session.received += bytes;
    endIfSlow(core, session);
  }
}

function endIfSlow(core: Core, session: Session): void {
  if (!session.isSlow(core.traffic[session.memory.codec].total)) return;
  session.end("slow");
  dismiss(core, session);
}
