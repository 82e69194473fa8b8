import { type Signal, signal } from "@preact/signals";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry } from "../../../../src/client/ui/timeline/entries.ts";
import { rowsOf } from "../../../../src/client/ui/timeline/rows.ts";
import { filling, fitting, MOST_ROWS, openWindow } from "../../../../src/client/ui/timeline/window.ts";
import { annSees, noon, said } from "../../../support/talk.ts";

const talk = (length: number) => annSees(Array.from({ length }, (_, index) => said(index + 1, "bo")));
const seqs = (drawn: ReturnType<typeof openWindow>) => {
  const all = drawn.entries.value.map(({ message }) => message.seq);
  return [all[0], all.at(-1)];
};

/** A window that there was time to widen. */
function wide(entries: Signal<Entry[]>) {
  const drawn = openWindow(entries, 700);
  while (drawn.widen());
  return drawn;
}

describe("The first screen", () => {
  it("is full of the talk's last lines, be they one author's or each another's, and never of more than there are", () => {
    const both = Array.from({ length: 100 }, (_, index) => said(index + 1, index % 2 === 0 ? "bo" : "cleo"));
    expect(filling(talk(100), 700)).toBe(25);
    expect(filling(annSees(both), 700)).toBe(14);
    expect(filling(talk(3), 700)).toBe(3);
    expect(filling([], 700)).toBe(0);
  });
});

describe("The part of a talk that is in the page", () => {
  it("is a screen of it at first, and then its end, and goes with it", () => {
    const entries = signal(talk(1000));
    const drawn = openWindow(entries, 700);
    expect(seqs(drawn)).toEqual([976, 1000]);
    const firsts: unknown[] = [];
    for (let more = true; more; firsts.push(seqs(drawn)[0])) more = drawn.widen();
    expect(firsts).toEqual([966, 956, 946, 936, 926, 916, 906, 896, 886, 881]);
    expect(drawn.above.value?.message.seq).toBe(880);
    expect([drawn.atTop.value, drawn.atBottom.value]).toEqual([false, true]);
    entries.value = talk(1001);
    expect(seqs(drawn)).toEqual([882, 1001]);
  });

  it("waits for no more time once the reader has gone up: what is above can come at once", () => {
    const drawn = openWindow(signal(talk(1000)), 700);
    expect(drawn.widen()).toBe(true);
    drawn.hold();
    expect(drawn.widen()).toBe(false);
    expect(seqs(drawn)).toEqual([966, 1000]);
    drawn.up();
    expect(seqs(drawn)).toEqual([906, 1000]);
    drawn.toEnd();
    expect(seqs(drawn)).toEqual([881, 1000]);
  });

  it("goes up and down with the reader, and lets go of the other side", () => {
    const drawn = wide(signal(talk(1000)));
    drawn.hold();
    for (let i = 0; i < 5; i++) drawn.up();
    expect(seqs(drawn)).toEqual([581, 878]);
    expect(drawn.atBottom.value).toBe(false);
    for (let i = 0; i < 5; i++) drawn.down();
    expect(seqs(drawn)).toEqual([881, 1000]);
    for (let i = 0; i < 30; i++) drawn.up();
    expect([seqs(drawn), drawn.atTop.value]).toEqual([[1, 298], true]);
    drawn.toEnd();
    expect(seqs(drawn)).toEqual([881, 1000]);
  });

  it("keeps its first line while others come below, and takes in one that is jumped to", () => {
    const entries = signal(talk(1000));
    const drawn = wide(entries);
    drawn.hold();
    entries.value = talk(1100);
    expect(seqs(drawn)).toEqual([881, 1100]);
    expect(drawn.show("id-of-message-300")).toBe(true);
    expect(seqs(drawn)[0]).toBe(240);
    expect(drawn.show("an-id-that-is-not-here")).toBe(false);
  });

  it("is never more than 300 rows, whatever days and marks stand between", () => {
    const days = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 700 });
    fc.assert(
      fc.property(days, fc.nat(), (steps, from) => {
        let at = noon;
        const messages = steps.map((days, index) => {
          at += days * 86_400_000;
          return said(index + 1, "bo", at);
        });
        const entries = annSees(messages);
        const start = from % entries.length;
        const length = fitting(entries, start);
        expect(length).toBeGreaterThan(0);
        const rows = rowsOf(entries.slice(start, start + length), entries[start]?.key);
        expect(rows.length).toBeLessThanOrEqual(MOST_ROWS);
        if (start + length < entries.length) expect(rows.length).toBeGreaterThan(MOST_ROWS - 3);
      }),
    );
  });
});
