import { describe, expect, it } from "vitest";
import type { Pending } from "../../../src/client/state.ts";
import { GROUP_MS, type Line, lastToEdit, linesOf, refusedElsewhere, rowsOf } from "../../../src/client/ui/rows.ts";
import type { Message } from "../../../src/protocol/event.ts";
import type { Op } from "../../../src/protocol/op.ts";

const noon = new Date(2026, 2, 3, 12).getTime();

function said(seq: number, by: string, at = noon, more: Partial<Message> = {}): Message {
  return { seq, id: `id-of-message-${seq}`, by, at, kind: "send", body: { text: `line ${seq}` }, ...more };
}
function unsent(op: Op, status: Pending["status"] = "waiting"): Pending {
  return status === "failed"
    ? { op, at: noon, epoch: "", status, code: "internal" }
    : { op, at: noon, epoch: "", status };
}
const id = "an-id-of-ann-0001";
const shape = (messages: Message[], unreadAfter?: number) =>
  rowsOf(linesOf(messages, [], "ann"), "ann", unreadAfter).map((row) =>
    row.is === "line" ? `${row.opens ? "+" : "-"}${row.message.seq}` : row.is,
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
  });
});

describe("What Ann did and the room has not seen yet", () => {
  const line = (messages: Message[], ...pending: Pending[]): Line | undefined =>
    linesOf(messages, pending, "ann").at(-1);

  it("is on screen at once, as waiting, and keeps its row when it is stored", () => {
    const waiting = line([], unsent({ id, kind: "send", body: { text: "hi" }, replyTo: 7 }));
    expect(waiting).toMatchObject({ key: id, fate: "waiting", message: { by: "ann", seq: 0, replyTo: 7 } });
    expect(line([said(1, "ann", noon, { id })])).toMatchObject({ key: id, fate: "sent" });
  });

  it("changes the message that it is about", () => {
    const mine = [said(1, "ann")];
    expect(line(mine, unsent({ id, kind: "edit", target: 1, body: { text: "new" } }))).toMatchObject({
      fate: "waiting",
      message: { body: { text: "new" } },
    });
    expect(line(mine, unsent({ id, kind: "delete", target: 1 }))).toMatchObject({ message: { body: null } });
    expect(line(mine, unsent({ id, kind: "react", target: 1, emoji: "👍", on: true }))).toMatchObject({
      fate: "sent",
      message: { reactions: [{ emoji: "👍", by: ["ann"] }] },
    });
  });

  it("leaves the message as it is where it was refused, and says so", () => {
    const refused = unsent({ id, kind: "edit", target: 1, body: { text: "new" } }, "failed");
    expect(line([said(1, "ann")], refused)).toMatchObject({
      fate: "sent",
      failed: [refused],
      message: { body: { text: "line 1" } },
    });
    const lost = unsent({ id, kind: "send", body: { text: "hi" } }, "failed");
    expect(line([], lost)).toMatchObject({ fate: "failed", failed: [lost] });
  });

  it("shows nothing of a new name", () => {
    expect(line([], unsent({ id, kind: "rename", name: "Ann" }))).toBeUndefined();
  });

  it("is told of elsewhere where no row tells of it: a name, or a message that is not drawn", () => {
    const name = unsent({ id, kind: "rename", name: "Ann" }, "failed");
    const old = unsent({ id: "an-id-of-ann-0002", kind: "delete", target: 1 }, "failed");
    const drawn = unsent({ id: "an-id-of-ann-0003", kind: "delete", target: 2 }, "failed");
    const waiting = unsent({ id: "an-id-of-ann-0004", kind: "delete", target: 1 });
    const pending = [name, old, drawn, waiting];
    const rows = rowsOf(linesOf([said(2, "ann")], pending, "ann"), "ann", undefined);
    expect(refusedElsewhere(pending, rows)).toEqual([name, old]);
  });
});

describe("The message that Ann can edit with one key", () => {
  const of = (messages: Message[], ...pending: Pending[]) => lastToEdit(linesOf(messages, pending, "ann"), "ann")?.seq;

  it("is her last one that is not deleted", () => {
    expect(of([said(1, "ann"), said(2, "ann"), said(3, "bo")])).toBe(2);
    expect(of([said(1, "ann"), said(2, "ann", noon, { body: null })])).toBe(1);
  });

  it("is none while her last one is not sent, rather than an older one", () => {
    expect(of([said(1, "ann")], unsent({ id, kind: "send", body: { text: "hi" } }))).toBeUndefined();
    expect(of([said(1, "ann")], unsent({ id, kind: "send", body: { text: "hi" } }, "failed"))).toBeUndefined();
  });
});
