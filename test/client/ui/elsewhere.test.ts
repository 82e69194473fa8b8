import { describe, expect, it } from "vitest";
import { emptyRoom, type State } from "../../../src/client/state.ts";
import { changedElsewhere, isOtherLog } from "../../../src/client/ui/elsewhere.ts";
import type { Message } from "../../../src/protocol/event.ts";

const said = (seq: number): Message => ({
  seq,
  id: `id-of-message-${seq}`,
  by: "bo",
  at: 0,
  kind: "send",
  body: { text: "hi" },
});
const at = (cursor: number, ...seqs: number[]): State => ({
  ...emptyRoom("lobby"),
  welcomed: true,
  epoch: "the-first-event-1",
  cursor,
  messages: seqs.map(said),
});

describe("A quote of a message that is not loaded", () => {
  it("is asked for again when something else than new messages came", () => {
    expect(changedElsewhere(at(5, 4, 5), at(6, 4, 5))).toBe(true);
    expect(changedElsewhere(at(5, 4, 5), at(7, 4, 5, 7))).toBe(true);
  });

  it("is good while people only talk, or older pages come", () => {
    expect(changedElsewhere(at(5, 4, 5), at(7, 4, 5, 6, 7))).toBe(false);
    expect(changedElsewhere(at(5, 4, 5), at(5, 1, 2, 4, 5))).toBe(false);
  });
});

describe("Another log", () => {
  it("has another first event, or ends earlier than what Ann has seen", () => {
    expect(isOtherLog(at(5), { ...at(9), epoch: "another-event-001" })).toBe(true);
    expect(isOtherLog(at(5), at(3))).toBe(true);
  });

  it("is not this one as it goes on", () => {
    expect(isOtherLog(at(5), at(9))).toBe(false);
  });
});
