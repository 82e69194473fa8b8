// F8: storage that fails, at each statement of each op in turn. Nobody hears of what is not stored, and the next op is.
import { describe, expect, it } from "vitest";
import { type DownFrame, parseDown } from "../../src/protocol/down.ts";
import { parseOp } from "../../src/protocol/op.ts";
import { check, type Verdict } from "./checker.ts";
import { keepDiary } from "./diary.ts";
import type { History } from "./history.ts";
import { createClock } from "./model/clock.ts";
import { createDisk } from "./model/disk.ts";
import { createHouse, type House } from "./model/house.ts";
import { placesOf } from "./model/reference.ts";
import { report, sum } from "./report/report.ts";

/** Somebody at the room's bare door, with every frame that came. */
function enters(house: House, history: History, member: string) {
  const frames: DownFrame[] = [];
  const diary = keepDiary(history, member);
  const stands = { epoch: "", cursor: 0, last: "" };
  const far = {
    send(text: string) {
      const frame = parseDown(text) as DownFrame;
      frames.push(frame);
      if (frame.type !== "events") return diary.heard(frame);
      // What comes after a hole is not taken in, as by any client: storage failed when it was to be told what was stored.
      if (frame.events[0]?.seq !== stands.cursor + 1) return again();
      diary.heard(frame);
      for (const { seq, id } of frame.events) {
        if (seq === 1) stands.epoch = id;
        Object.assign(stands, { cursor: seq, last: id });
      }
    },
    close() {},
  };
  const events = house.answer(member.padEnd(20, "-"), far);
  const tell = (frame: object) => events.received(JSON.stringify(frame));
  const again = () => tell({ type: "hello", ...stands });
  const of = <T extends DownFrame["type"]>(type: T) =>
    frames.filter((frame): frame is Extract<DownFrame, { type: T }> => frame.type === type);
  return {
    hello: () => tell({ type: "hello", name: member }),
    frames,
    quiet: diary.quiet,
    act(id: string, wish: object) {
      const op = { id: id.padEnd(21, "-"), ...wish };
      const parsed = parseOp(op);
      if (parsed.ok) diary.sent(parsed.value);
      tell({ type: "ops", ops: [op] });
    },
    seqs: () => of("events").flatMap(({ events }) => events.map(({ seq }) => seq)),
    refusals: () => of("refused").map(({ code }) => code),
  };
}

interface Trial {
  kind: string;
  /** What is done before, and does not fail. */
  first?: object;
  /** Nobody has made the room yet, nor said anything. */
  unmade?: true;
  [field: string]: unknown;
}

const bo = "bo".padEnd(20, "-");
const cleo = "cleo".padEnd(20, "-");
const setsPass = { kind: "rules", rules: { pass: { code: "open sesame" } } };
const ops: Record<string, Trial> = {
  "the making of the room": { kind: "create", unmade: true },
  "the very first message": { kind: "send", body: { text: "hi" }, unmade: true },
  "a message": { kind: "send", body: { text: "hi" } },
  "an answer": { kind: "send", body: { text: "hi" }, replyTo: 3 },
  "an edit": { kind: "edit", target: 3, body: { text: "mended" } },
  "a deletion": { kind: "delete", target: 3 },
  "a reaction": { kind: "react", target: 3, emoji: "👍", on: true },
  "a name": { kind: "rename", name: "Anna" },
  "a topic": { kind: "topic", text: "tea" },
  "a rule": { kind: "rules", rules: { slow: 5, title: "Tea" } },
  "a passcode": setsPass,
  "another passcode": { kind: "rules", rules: { pass: { code: "open wider" } }, first: setsPass },
  "that no passcode be asked for": { kind: "rules", rules: { pass: null }, first: setsPass },
  "a role": { kind: "role", who: bo, role: "moderator" },
  "the room to bo": { kind: "role", who: bo, role: "owner" },
  "that bo be silent": { kind: "mute", who: bo, seconds: 60 },
  "that bo go": { kind: "kick", who: bo },
  "that bo stay away": { kind: "ban", who: bo, seconds: null, address: true },
  "that cleo may come again": {
    kind: "ban",
    who: cleo,
    seconds: 0,
    first: { kind: "ban", who: cleo, seconds: null, address: true },
  },
  "all her words taken out": { kind: "erase" },
  "her leaving": { kind: "leave", first: { kind: "role", who: bo, role: "owner" } },
};

/** Ann's room, in which she has said something; then storage fails at a statement of her next op. */
async function failsAt(statement: number, { first, unmade, ...wish }: Trial) {
  const clock = createClock();
  const disk = createDisk();
  const house = createHouse(clock, disk, undefined, () => {});
  const history: History = [];
  const ann = enters(house, history, "ann");
  const other = enters(house, history, "bo");
  for (const one of [ann, other, enters(house, history, "cleo")]) one.hello();
  await clock.pass(10);
  if (unmade !== true) {
    ann.act("make", { kind: "create" });
    other.act("bos", { kind: "send", body: { text: "hello" } });
    ann.act("anns", { kind: "send", body: { text: "hello" } });
  }
  if (first !== undefined) ann.act("first", first);
  await clock.pass(10);
  const rows = () => {
    const tables = disk.database.all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'");
    return JSON.stringify(tables.map(({ name }) => [name, disk.database.all(`SELECT * FROM ${name}`)]));
  };
  const before = rows();
  const stood = { ann: ann.seqs(), bo: other.seqs(), told: other.refusals() };
  house.failDisk({ after: statement, lasts: true });
  ann.act("fails", wish);
  await clock.pass(10);
  const failed = ann.refusals().length > 0;
  const seen = { ann: ann.seqs(), bo: other.seqs() };
  const kept = rows() === before;
  ann.act("next", { kind: "send", body: { text: "and now?" } });
  await clock.pass(10);
  await clock.pass(10);
  const log = placesOf(house.log());
  const after = { ann: ann.seqs(), bo: other.seqs(), log: log.length };
  ann.quiet();
  history.push({ is: "read", epoch: log[0]?.id ?? "", log, lines: [] });
  const verdict = check(history);
  disk.close();
  return {
    failed,
    stood,
    seen,
    kept,
    after,
    verdict,
    refusals: ann.refusals(),
    broken: house.broken,
    bo: other.refusals(),
  };
}

describe("when storage fails at any statement of", () => {
  it.each(Object.entries(ops))(
    "%s, nobody hears of it, its sender is told, and the next is stored",
    async (did, wish) => {
      let statement = 0;
      const verdicts: Verdict[] = [];
      for (; ; statement += 1) {
        const {
          failed,
          stood,
          seen,
          kept,
          after,
          verdict,
          refusals,
          broken,
          bo: told,
        } = await failsAt(statement, wish);
        verdicts.push(verdict);
        expect({ statement, faults: verdict.faults }).toEqual({ statement, faults: [] });
        if (!failed) break;
        expect({ statement, refusals, broken, told }).toEqual({
          statement,
          refusals: ["internal"],
          broken: [],
          told: stood.told,
        });
        const { length } = stood.ann;
        expect(length).toBe(wish.unmade ? 0 : wish.first ? 4 : 3);
        // Where a passcode was set first, bo is outside.
        const isIn = wish.first !== setsPass;
        expect(stood.bo).toEqual(isIn ? stood.ann : []);
        expect({ statement, seen, kept }).toEqual({ statement, seen: { ann: stood.ann, bo: stood.bo }, kept: true });
        const next = [length + 1];
        expect(after).toEqual({
          ann: [...stood.ann, ...next],
          bo: [...stood.bo, ...(isIn ? next : [])],
          log: length + 1,
        });
      }
      expect(statement).toBeGreaterThan(1);
      report({
        proof: "F8",
        did: `storage fails: ${did}`,
        ops: sum(verdicts),
        faults: 0,
        more: `at each of ${statement} statements`,
      });
    },
  );
});
