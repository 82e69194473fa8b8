// Showing people out, after everybody has heard of it: whoever was kicked or banned in this turn, does not know the new
// passcode, or comes with a token that was revoked.
import type { LogEvent } from "../protocol/event.ts";
import type { Code } from "../protocol/refusal.ts";
import { type Core, dismiss } from "./core.ts";
import { shutsOut } from "./door.ts";

/** Closes their sessions, with a code and the reason that was given. */
export function expel(core: Core, events: readonly LogEvent[]): void {
  for (const event of events) {
    if (event.kind === "rules" && event.rules.pass) askAll(core, event.at);
    if (event.kind === "revoke") showOut(core, event.who, "bad_token");
    if (event.kind !== "kick" && (event.kind !== "ban" || event.seconds === 0)) continue;
    showOut(core, event.who, event.kind === "kick" ? "kicked" : "banned", event.reason);
  }
}

function showOut(core: Core, member: string, code: Code, reason?: string): void {
  for (const session of core.sessions) {
    if (session.member !== member) continue;
    session.end(code, reason ? { reason } : {});
    dismiss(core, session);
  }
}

function askAll(core: Core, now: number): void {
  for (const session of core.sessions) {
    if (shutsOut(core, session.source, now) !== "pass_needed") continue;
    session.end("pass_needed");
    dismiss(core, session);
  }
}
