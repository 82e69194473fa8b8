import { describe, expect, it } from "vitest";
import { firstUnread, GROUP_MS, refusedElsewhere, rowsOf } from "../../../../src/client/ui/timeline/rows.ts";
import type { Message } from "../../../../src/protocol/event.ts";
import { annSees, noon, said, unsent } from "../../../support/talk.ts";

const shape = (messages: Message[], seen = Infinity, older = false) =>
  rowsOf(annSees(messages), firstUnread(annSees(messages), "ann", seen, older)).map((row) =>
    row.is === "message" ? `${row.opens ? "+" : "-"}${row.entry.message.seq}` : row.is,
  );

describe("The timeline", () => {
  it("puts what one author says within five minutes under one name", () => {
    const messages = [
      said(1, "ann"),
      said(2, "ann", noon + 1000),
      said(3, "bo", noon + 2000),
      said(4, "bo", noon + GROUP_MS + 2000),
    ];
    expect(shape(messages)).toEqual(["day", "+1", "-2", "+3", "+4"]);
  });

  it("begins each day of the reader's with a divider, and a name again", () => {
    const midnight = new Date(2026, 2, 4).getTime();
    expect(shape([said(1, "ann", midnight - 1), said(2, "ann", midnight)])).toEqual(["day", "+1", "day", "+2"]);
  });

  it("goes on below what is not drawn as it will when that is", () => {
    const entries = annSees([said(1, "bo"), said(2, "bo", noon + 1000), said(3, "cleo", noon + 2000)]);
    const whole = rowsOf(entries, undefined);
    const below = rowsOf(entries.slice(1), undefined, entries[0]);
    expect(below).toEqual(whole.slice(2));
    expect(below.map((row) => row.is === "message" && row.opens)).toEqual([false, true]);
  });

  it("lets a reply and an action stand for themselves", () => {
    const messages = [
      said(1, "bo"),
      said(2, "bo", noon, { replyTo: 1 }),
      said(3, "bo", noon, { body: { text: "waves", me: true } }),
    ];
    expect(shape(messages)).toEqual(["day", "+1", "+2", "+3"]);
  });

  it("marks where the new ones begin, before the first by somebody else", () => {
    const messages = [said(1, "bo"), said(2, "ann"), said(3, "bo"), said(4, "bo")];
    expect(shape(messages, 1)).toEqual(["day", "+1", "+2", "unread", "+3", "-4"]);
    expect(shape(messages, 4)).not.toContain("unread");
    expect(shape(messages, 0)).toEqual(["day", "unread", "+1", "+2", "+3", "-4"]);
  });

  it("waits with the mark while older ones are not loaded, for it may belong before those", () => {
    const page = [said(51, "bo"), said(52, "bo")];
    expect(shape(page, 10, true)).not.toContain("unread");
    expect(shape(page, 50, true)).toContain("unread");
    expect(shape(page, 10, false)).toContain("unread");
  });
});

describe("What was refused", () => {
  it("is told of elsewhere where no row tells of it: a name, or a message that is not drawn", () => {
    const name = unsent({ id: "an-id-of-ann-0001", kind: "rename", name: "Ann" }, "failed");
    const old = unsent({ id: "an-id-of-ann-0002", kind: "delete", target: 1 }, "failed");
    const drawn = unsent({ id: "an-id-of-ann-0003", kind: "delete", target: 2 }, "failed");
    const waiting = unsent({ id: "an-id-of-ann-0004", kind: "delete", target: 1 });
    const pending = [name, old, drawn, waiting];
    const rows = rowsOf(annSees([said(2, "ann")], pending), undefined);
    expect(refusedElsewhere(pending, rows)).toEqual([name, old]);
  });
});
