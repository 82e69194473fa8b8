// Showing people out, after everybody has heard of it: whoever was kicked or banned in this turn or lives where that one does,
// is no member of a room that was locked, does not know the new passcode, or comes with a token that was revoked.
import type { LogEvent } from "../protocol/event.ts";
import type { Code } from "../protocol/refusal.ts";
import { type Core, dismiss } from "./core.ts";
import { shutsOut } from "./door.ts";

/** After these somebody may no longer be let in who was. */
const SHUTS: ReadonlySet<LogEvent["kind"]> = new Set<LogEvent["kind"]>(["rules", "ban", "role", "leave"]);

/** Closes their sessions, with a code and the reason that was given. */
export function expel(core: Core, events: readonly LogEvent[]): void {
  for (const event of events) {
    if (event.kind === "revoke") showOut(core, event.who, "bad_token");
    if (event.kind === "kick") showOut(core, event.who, "kicked", event.reason);
    if (event.kind === "ban" && event.seconds !== 0) showOut(core, event.who, "banned", event.reason);
    if (SHUTS.has(event.kind)) askAll(core, event.at, event.kind === "rules" && event.rules.pass === true);
  }
}

function showOut(core: Core, member: string, code: Code, reason?: string): void {
  for (const session of core.sessions) {
    if (session.member !== member) continue;
    session.end(code, reason ? { reason } : {});
    dismiss(core, session);
  }
}

/** Whoever may not come in by now goes. Who stands at the door of a passcode may stay there, unless it is `another`. */
function askAll(core: Core, now: number, another: boolean): void {
  for (const session of core.sessions) {
    if (another) session.remember({ passed: false });
    const code = shutsOut(core, session.source, now);
    if (code === undefined || (code === "pass_needed" && !another && session.memory.stage.is === "new")) continue;
    session.end(code);
    dismiss(core, session);
  }
}
