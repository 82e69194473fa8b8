// One run of telling browsers what was said: whom, of what, and what comes of it. It touches no network: push-news.ts does.
// At most so many are told in a run, for Cloudflare lets an object ask only so much of others at a time; what is left of the
// round follows in the next. A run that was cut off is done again, and the browser puts one in the other's place.
import type { Message } from "../protocol/event.ts";
import { mentionsMe } from "../protocol/mentions.ts";
import { noticeOf, shortened } from "../protocol/notice.ts";
import type { Person } from "../protocol/person.ts";
import type { Pushed } from "../protocol/pushed.ts";
import { type Core, people, personOf } from "./core.ts";
import { shutsOut } from "./door.ts";
import { messagesNow } from "./pages.ts";
import type { Round, Subscribed } from "./pushes.ts";

/** Subscriptions that one run tells. The free plan lets it ask 50 times, and half of them are for webhooks. */
const RUN_PUSHES = 24;
/** Of what was said in between, so much is looked at. */
const RUN_EVENTS = 500;
/** How long after the push service has failed it is tried again, in milliseconds. After the last the message is given up. */
const AGAIN_MS = [30_000, 120_000, 600_000];

/** Somebody to be told, of all after a seq. */
interface Recipient {
  to: Subscribed;
  from: number;
}

export interface Letter {
  to: Subscribed;
  pushed: Pushed;
}

export interface Run {
  recipients: readonly Recipient[];
  letters: readonly Letter[];
  /** What everybody in it is told of ends here. */
  upto: number;
  /** How far the round is after it; as before where only who failed is tried again. */
  round: Round;
}

/** What came of a letter: taken; the browser is gone; to be tried again, not before so many milliseconds; or neither. */
export type Outcome = { is: "taken" } | { is: "gone" } | { is: "later"; afterMs: number } | { is: "refused" };

/** What is to be done at `now` (ms), or nothing. */
export function planRun(core: Core, now: number): Run | undefined {
  const { pushes, log } = core;
  const all = pushes.list();
  if (all.length === 0) return undefined;
  const round = pushes.round.upto > pushes.round.seq ? pushes.round : { seq: pushes.round.seq, upto: log.head, at: "" };
  const left = all.filter(({ endpoint, due }) => endpoint > round.at && due === 0);
  const inTurn = round.upto > round.seq ? left.slice(0, RUN_PUSHES) : [];
  const again = all.filter(({ due }) => due > 0 && due <= now).slice(0, RUN_PUSHES - inTurn.length);
  if (round.upto === round.seq && again.length === 0) return undefined;
  const last = inTurn.at(-1);
  const more = last !== undefined && left.length > inTurn.length;
  const recipients = [
    ...inTurn.map((to) => ({ to, from: Math.max(round.seq, to.told) })),
    ...again.map((to) => ({ to, from: to.told })),
  ];
  return {
    recipients,
    letters: lettersTo(core, recipients, round.upto, now),
    upto: round.upto,
    round: more ? { ...round, at: last.endpoint } : { seq: round.upto, upto: round.upto, at: "" },
  };
}

/** What each of them is told: the latest that counts for them, where they don't look and may come in. */
function lettersTo(core: Core, recipients: readonly Recipient[], upto: number, now: number): Letter[] {
  const { log, sessions, name: room } = core;
  const after = Math.max(upto - RUN_EVENTS, Math.min(...recipients.map(({ from }) => from)));
  const said = messagesNow(log, log.sends({ after, limit: RUN_EVENTS })).filter(({ seq }) => seq <= upto);
  if (said.length === 0) return [];
  const here = whoCanBeMeant(core, recipients, said);
  return recipients.flatMap(({ to, from }) => {
    const { member: me, choice } = to;
    if (shutsOut(core, { member: me, address: "" }, now) !== undefined) return [];
    const notice = noticeOf(
      said.filter(({ seq }) => seq > from),
      {
        ...{ choice, me },
        looking: [...sessions].some((session) => session.member === me && session.isLookedAt(now)),
        mentioned: (text) => mentionsMe(text, me, here),
      },
    );
    if (notice === undefined) return [];
    const { message, mention } = notice;
    const [author] = people(core, [message.by]);
    const body = shortened(message.body?.text ?? "");
    return { to, pushed: { room, seq: message.seq, title: author?.name ?? "Parlor", body, mention } };
  });
}

/** Those who are told, those who are here, and those who speak: of names that begin alike the longest is meant. */
function whoCanBeMeant(core: Core, recipients: readonly Recipient[], said: readonly Message[]): Person[] {
  const known = people(core, [...recipients.map(({ to }) => to.member), ...said.map(({ by }) => by)]);
  const here = [...core.sessions].map(({ memory }) => personOf(core, memory.person));
  return [...new Map([...here, ...known].map((person) => [person.member, person])).values()];
}

/** Takes down what came of it, at `now` (ms). Runs inside a transaction. */
export function endRun({ pushes }: Core, run: Run, outcomes: ReadonlyMap<string, Outcome>, now: number): void {
  for (const { to, from } of run.recipients) {
    const outcome = outcomes.get(to.endpoint) ?? { is: "refused" };
    const wait = AGAIN_MS[to.tries];
    if (outcome.is === "gone") pushes.drop(to.endpoint);
    else if (outcome.is === "later" && wait !== undefined) {
      const due = now + Math.max(wait, outcome.afterMs);
      pushes.set(to.endpoint, { told: from, tries: to.tries + 1, due });
    } else if (to.tries > 0) pushes.set(to.endpoint, { told: run.upto, tries: 0, due: 0 });
  }
  const { round } = pushes;
  if (round.seq !== run.round.seq || round.at !== run.round.at) pushes.setRound(run.round);
}
