// Judges a history: what Parlor promises holds in it, or where it does not. One checker for all fault tests.
import type { Content, Entry, History, Line, Place } from "./history.ts";

/** What came of the ops, and every fault that was found. */
export interface Verdict {
  /** Ops that were put into an outbox. */
  attempted: number;
  /** Of those, seen by their sender to be in the log; refused for good; neither. */
  acked: number;
  refused: number;
  unknown: number;
  /** Neither acked nor refused, and in the log all the same. */
  recovered: number;
  /** Acked, and not in the log. */
  lost: number;
  /** In the log more than once. */
  duplicated: number;
  /** In the log or on a screen, and sent by nobody. */
  unexpected: number;
  faults: string[];
}

/** Judges a history that ends in a `read`. */
export function check(history: History): Verdict {
  const faults: string[] = [];
  const read = history.findLast((entry) => entry.is === "read");
  if (read === undefined) throw new Error("a history ends with what the log was");
  const of = <I extends Entry["is"]>(is: I) =>
    history.filter((entry): entry is Extract<Entry, { is: I }> => entry.is === is);
  const ids = (entries: readonly { id: string }[]) => new Set(entries.map(({ id }) => id));

  const { log } = read;
  const sent = new Map(of("send").map(({ id, content }) => [id, content]));
  const acked = ids(of("ack"));
  // Of two copies one may be refused and the other stored, where the network holds one back: then the sender hears of both.
  const refused = new Set([...ids(of("refused"))].filter((id) => !acked.has(id)));
  const inLog = new Map(log.map(({ id, seq }) => [id, seq]));
  const lost = [...acked].filter((id) => !inLog.has(id));
  const unexpected = [...log, ...of("deliver")].filter(({ id, content }) => !isWhatWasSent(content, sent.get(id)));
  const unknown = [...sent.keys()].filter((id) => !acked.has(id) && !refused.has(id));

  faults.push(...lost.map((id) => `1 lost: ${id} was acked and is not in the log`));
  faults.push(...twice(log));
  faults.push(...holes(log));
  faults.push(...gaps(history));
  faults.push(...disagreements(history, read.epoch, log));
  faults.push(...disorder(history, inLog));
  faults.push(...unexpected.map(({ seq, id }) => `8 invented: ${id} at ${seq} is not what anybody sent`));
  faults.push(...of("screen").flatMap((screen) => unlike(screen, read)));
  faults.push(...[...refused].flatMap((id) => (inLog.has(id) ? [`10 refused and stored: ${id}`] : [])));

  return {
    attempted: sent.size,
    acked: acked.size,
    refused: refused.size,
    unknown: unknown.length,
    recovered: unknown.filter((id) => inLog.has(id)).length,
    lost: lost.length,
    duplicated: log.length - inLog.size,
    unexpected: unexpected.length,
    faults,
  };
}

/** Where words were taken out, nobody can tell what they were. */
function isWhatWasSent(content: Content, sent: Content | undefined): boolean {
  return sent !== undefined && (content === null || content === sent);
}

function twice(log: readonly Place[]): string[] {
  const seen = new Map<string, number>();
  return log.flatMap(({ id, seq }) => {
    const before = seen.get(id);
    seen.set(id, seq);
    return before === undefined ? [] : [`2 twice: ${id} is at ${before} and at ${seq}`];
  });
}

function holes(log: readonly Place[]): string[] {
  return log.flatMap(({ seq }, index) =>
    seq === index + 1 ? [] : [`3 hole: the log has ${seq} in place ${index + 1}`],
  );
}

/** Each client sees one event after the other, and begins anew only where it was told to, or had seen nothing. */
function gaps(history: History): string[] {
  const at = new Map<string, { epoch: string; seq: number }>();
  return history.flatMap((entry) => {
    if (entry.is === "open") at.delete(entry.who);
    if (entry.is !== "start" && entry.is !== "deliver") return [];
    const { who, epoch, seq } = entry;
    const before = at.get(who) ?? { epoch: "", seq: 0 };
    at.set(who, { epoch, seq });
    if (entry.is === "start") {
      return entry.told || before.seq === 0 ? [] : [`4 restart: ${who} went from ${before.seq} to ${seq}, untold`];
    }
    const follows = seq === before.seq + 1 && (epoch === before.epoch || before.seq === 0);
    return follows ? [] : [`4 gap: ${who} saw ${seq} after ${before.seq}`];
  });
}

/** Whoever shows a seq shows the same. */
function disagreements(history: History, epoch: string, log: readonly Place[]): string[] {
  return history.flatMap((entry) => {
    if (entry.is !== "deliver" || entry.epoch !== epoch) return [];
    const { who, seq, id, content } = entry;
    const stands = log[seq - 1];
    const same = stands?.id === id && (stands.content === content || content === null || stands.content === null);
    return same ? [] : [`5 disagree: ${who} has ${id} at ${seq}, the log ${stands?.id}`];
  });
}

/** What a client sent first stands first; and what it sent when it knew that something was stored stands after that. */
function disorder(history: History, inLog: ReadonlyMap<string, number>): string[] {
  const last = new Map<string, { id: string; seq: number }>();
  let known = { id: "", seq: 0 };
  return history.flatMap((entry) => {
    if (entry.is !== "send" && entry.is !== "ack") return [];
    const { who, id } = entry;
    const seq = inLog.get(id);
    if (seq === undefined) return [];
    if (entry.is === "ack") {
      if (seq > known.seq) known = { id, seq };
      return [];
    }
    const before = last.get(who) ?? { id: "", seq: 0 };
    last.set(who, { id, seq });
    return [
      ...(seq > before.seq ? [] : [`6 order: ${who} sent ${before.id} (${before.seq}) before ${id} (${seq})`]),
      ...(seq > known.seq ? [] : [`7 late: ${known.id} (${known.seq}) was stored when ${id} (${seq}) was sent`]),
    ];
  });
}

/** When all is quiet, a screen shows the end of the log as it is. */
function unlike(screen: Extract<Entry, { is: "screen" }>, read: Extract<Entry, { is: "read" }>): string[] {
  const { who, lines, cursor, epoch } = screen;
  if (epoch !== read.epoch) return [`9 behind: ${who} is in the log ${epoch}, not ${read.epoch}`];
  if (cursor !== read.log.length) return [`9 behind: ${who} is at ${cursor} of ${read.log.length}`];
  const newest = read.lines.slice(read.lines.length - lines.length);
  const wrong = lines.findIndex((line, index) => !same(line, newest[index]));
  if (wrong === -1 && (lines.length > 0 || read.lines.length === 0)) return [];
  return [`9 screen: ${who} shows ${JSON.stringify(lines[wrong])}, the log ${JSON.stringify(newest[wrong])}`];
}

function same(line: Line, other: Line | undefined): boolean {
  return line.seq === other?.seq && line.id === other.id && line.text === other.text;
}
