import { describe, expect, it } from "vitest";
import { check } from "./checker.ts";
import type { Entry, History, Line, Place } from "./history.ts";

const place = (seq: number, id: string): Place => ({ seq, id, content: `says ${id}` });
const line = (seq: number, id: string): Line => ({ seq, id, text: `says ${id}` });
const send = (who: string, id: string): Entry => ({ is: "send", who, id, content: `says ${id}` });
const ack = (who: string, id: string): Entry => ({ is: "ack", who, id });
const start = (who: string, seq: number, told = false): Entry => ({ is: "start", who, epoch: "one", seq, told });
const deliver = (who: string, seq: number, id: string): Entry => ({
  is: "deliver",
  who,
  epoch: "one",
  ...place(seq, id),
});
const screen = (who: string, ...ids: string[]): Entry => ({
  is: "screen",
  who,
  epoch: "one",
  cursor: 3,
  lines: ids.map((id, index) => line(3 - ids.length + index + 1, id)),
});
const read = (...ids: string[]): Entry => ({
  is: "read",
  epoch: "one",
  log: ids.map((id, index) => place(index + 1, id)),
  lines: ids.map((id, index) => line(index + 1, id)),
});

/** Ann says one, bo two, and ann three, whose echo never came; bo was gone for two of them, and told to begin anew. */
const right: History = [
  start("ann", 0),
  start("bo", 0),
  send("ann", "one"),
  deliver("ann", 1, "one"),
  ack("ann", "one"),
  send("bo", "two"),
  deliver("ann", 2, "two"),
  send("ann", "three"),
  send("ann", "four"),
  { is: "refused", who: "ann", id: "four", code: "too_long" },
  deliver("ann", 3, "three"),
  start("bo", 2, true),
  ack("bo", "two"),
  deliver("bo", 3, "three"),
  screen("ann", "one", "two", "three"),
  screen("bo", "two", "three"),
  read("one", "two", "three"),
];

const without = (is: Entry["is"], which = 0): History => {
  const found = right.filter((entry) => entry.is === is)[which];
  return right.filter((entry) => entry !== found);
};
const instead = (is: Entry["is"], which: number, ...others: Entry[]): History => {
  const found = right.filter((entry) => entry.is === is)[which];
  return right.flatMap((entry) => (entry === found ? others : [entry]));
};

describe("the checker", () => {
  it("finds nothing wrong in a right history, and counts what came of each op", () => {
    expect(check(right)).toEqual({
      attempted: 4,
      acked: 2,
      refused: 1,
      unknown: 1,
      recovered: 1,
      lost: 0,
      duplicated: 0,
      unexpected: 0,
      faults: [],
    });
  });

  it.each<[string, History, string]>([
    ["an acked op that is not in the log", instead("read", 0, read("one", "three")), "1 lost: two"],
    ["an op that is in the log twice", instead("read", 0, read("one", "two", "three", "one")), "2 twice: one"],
    [
      "a log with a hole",
      instead("read", 0, { ...read("one", "two"), log: [place(1, "one"), place(3, "two")] } as Entry),
      "3 hole: the log has 3",
    ],
    ["an event that was skipped", without("deliver", 1), "4 gap: ann saw 3 after 1"],
    ["an event that came twice", instead("deliver", 1, deliver("ann", 1, "one")), "4 gap: ann saw 1 after 1"],
    [
      "an event of another log, to which nobody told of the way",
      instead("deliver", 1, { ...deliver("ann", 2, "two"), epoch: "two" } as Entry),
      "4 gap: ann saw 2 after 1",
    ],
    [
      "a new beginning in another log that nobody told of",
      instead("deliver", 2, { ...start("ann", 2), epoch: "two" } as Entry, deliver("ann", 3, "three")),
      "4 restart: ann went from 2 to 2",
    ],
    ["a new beginning that nobody told of", instead("start", 2, deliver("bo", 1, "one"), start("bo", 2)), "4 restart"],
    ["another event at the same place", instead("deliver", 1, deliver("ann", 2, "one")), "5 disagree: ann has one"],
    [
      "other words at the same place",
      instead("deliver", 1, { ...deliver("ann", 2, "two"), content: "says no" } as Entry),
      "5 disagree",
    ],
    ["ops in another order than they were sent", instead("read", 0, read("three", "two", "one")), "6 order: ann"],
    ["an op before what its sender knew to be stored", instead("read", 0, read("two", "one", "three")), "7 late: one"],
    ["an event that nobody sent", without("send", 1), "8 invented: two"],
    [
      "words that nobody sent",
      instead("send", 1, { is: "send", who: "bo", id: "two", content: "says 2" }),
      "8 invented: two",
    ],
    ["a screen that lacks a message", instead("screen", 0, screen("ann", "one", "three")), "9 screen: ann"],
    ["a screen that lacks all", instead("screen", 0, screen("ann")), "9 screen: ann"],
    ["a screen that stayed behind", instead("screen", 0, { ...screen("ann"), cursor: 2 } as Entry), "9 behind: ann"],
    ["a screen of another log", instead("screen", 0, { ...screen("ann"), epoch: "two" } as Entry), "9 behind: ann"],
    [
      "an op that was refused and stored",
      [...without("ack", 1), { is: "refused", who: "bo", id: "two", code: "internal" }, ...right.slice(-1)],
      "10 refused and stored: two",
    ],
  ])("finds %s", (_, history, fault) => {
    expect(check(history).faults).toContainEqual(expect.stringContaining(fault));
  });

  it("takes no offence at an op that was refused first and acked in the end", () => {
    const late: History = [{ is: "refused", who: "bo", id: "two", code: "internal" }, ...right];
    expect(check(late).faults).toEqual([]);
    expect(check(late)).toMatchObject({ acked: 2, refused: 1 });
  });

  it("takes no offence at words that were deleted since", () => {
    const deleted = (entry: Entry) =>
      entry.is === "deliver" && entry.seq === 3 && entry.who === "bo" ? { ...entry, content: null } : entry;
    expect(check(right.map(deleted)).faults).toEqual([]);
  });
});
