// What a line of the text door asks of the room, and the one line that answers it.
import { type Line, parseLine, say } from "../protocol/text.ts";
import type { Search } from "../protocol/up.ts";
import type { Verdict } from "./accept.ts";
import { type Core, personOf } from "./core.ts";
import { remembersPass, takesPass } from "./door.ts";
import { linesOf } from "./lines.ts";
import { latestPage } from "./pages.ts";
import { search } from "./search.ts";
import type { Session } from "./session.ts";
import type { Turn } from "./turn.ts";
import { meterOf, waits } from "./waits.ts";

/** Takes in one line. */
export function hearLine(core: Core, turn: Turn, session: Session, data: unknown): void {
  const parsed = parseLine(data);
  if (!parsed.ok) return session.fault(turn.now, parsed.refusal);
  const wish = parsed.value;
  // At the door of a room with a passcode.
  if (session.memory.stage.is === "new") return hearAtDoor(core, turn, session, wish);
  if (wish.do === "op") {
    const { op } = wish;
    const retryAfter = waits(core, turn, session, "ops", meterOf(op));
    if (retryAfter > 0) return session.tooFast(turn.now, { retryAfter });
    remembersPass(core, session);
    const { person, address } = session.memory;
    turn.asked.push({ op, person, address, settle: (verdict) => tell(core, session, verdict) });
    return;
  }
  const meter = wish.do === "find" ? "searches" : "asks";
  const retryAfter = waits(core, turn, session, meter, meter);
  if (retryAfter > 0) return session.tooFast(turn.now, { retryAfter });
  switch (wish.do) {
    case "help":
      return session.link.send(say.help());
    case "pass":
      return session.link.send(say.passed());
    case "who":
      turn.answers.push({ session, give: () => tellWho(core, session) });
      return;
    case "topic":
      turn.answers.push({ session, give: () => session.link.send(say.topic(core.settings.topic)) });
      return;
    case "history":
      turn.answers.push({ session, give: () => tellHistory(core, session, wish.limit) });
      return;
    case "find":
      turn.answers.push({ session, give: () => tellFound(core, session, wish.search) });
  }
}

function hearAtDoor(core: Core, turn: Turn, session: Session, wish: Line): void {
  if (wish.do !== "pass") return session.fault(turn.now, { code: "pass_needed" });
  const retryAfter = waits(core, turn, session, "asks", "asks");
  if (retryAfter > 0) return session.tooFast(turn.now, { retryAfter });
  const no = takesPass(core, session.source, turn.now, wish.pass);
  if (no !== undefined) return session.refuse(no);
  session.remember({ stage: { is: "live" } });
  core.roster.enter(session);
  session.link.send(say.passed());
}

function tellWho(core: Core, session: Session): void {
  const { count, here } = core.roster.shown((each) => personOf(core, each.memory.person));
  session.link.send(say.who(count, here));
}

function tellHistory(core: Core, session: Session, limit: number): void {
  const lines = linesOf(core, latestPage(core.log, limit).page);
  for (const each of lines) session.link.send(each);
  if (lines.length === 0) session.link.send(say.nothing());
}

function tellFound(core: Core, session: Session, asked: Search): void {
  const { hits, more } = search(core.log, asked);
  for (const each of linesOf(core, hits)) session.link.send(each);
  if (hits.length === 0) session.link.send(say.notFound(!more));
}

// What was said comes back to its sender as a line like everybody's; only what nobody hears is answered.
function tell(core: Core, session: Session, verdict: Verdict): void {
  if (verdict.is === "refused") return session.refuse(verdict.refusal);
  const { event } = verdict;
  if (event.kind === "rename") session.link.send(say.named(personOf(core, session.memory.person)));
  if (event.kind === "topic") session.link.send(say.topic(event.text));
}
