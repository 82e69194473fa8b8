// Showing people out, after everybody has heard of it: whoever was kicked or banned in this turn.
import type { LogEvent } from "../protocol/event.ts";
import { type Core, dismiss } from "./core.ts";

/** Closes their sessions, with a code and the reason that was given. */
export function expel(core: Core, events: readonly LogEvent[]): void {
  for (const event of events) {
    if (event.kind !== "kick" && (event.kind !== "ban" || event.seconds === 0)) continue;
    const code = event.kind === "kick" ? "kicked" : "banned";
    for (const session of core.sessions) {
      if (session.member !== event.who) continue;
      session.end(code, event.reason);
      dismiss(core, session);
    }
  }
}
