import { describe, expect, it } from "vitest";
import type { Pending } from "../../../../src/client/state.ts";
import { canAnswer, type Entry, entriesOf, lastToEdit } from "../../../../src/client/ui/timeline/entries.ts";
import type { Message } from "../../../../src/protocol/event.ts";
import { annSees, noon, said, unsent } from "../../../support/talk.ts";

const id = "an-id-of-ann-0001";

describe("What Ann did and the room has not seen yet", () => {
  const entry = (messages: Message[], ...pending: Pending[]): Entry | undefined => annSees(messages, pending).at(-1);

  it("is on screen at once, as waiting, and keeps its row when it is stored", () => {
    const waiting = entry([], unsent({ id, kind: "send", body: { text: "hi" }, replyTo: 7 }));
    expect(waiting).toMatchObject({ key: id, fate: "waiting", message: { by: "ann", seq: 0, replyTo: 7 } });
    expect(entry([said(1, "ann", noon, { id })])).toMatchObject({ key: id, fate: "sent" });
  });

  it("changes the message that it is about", () => {
    const mine = [said(1, "ann")];
    expect(entry(mine, unsent({ id, kind: "edit", target: 1, body: { text: "new" } }))).toMatchObject({
      fate: "waiting",
      message: { body: { text: "new" } },
    });
    expect(entry(mine, unsent({ id, kind: "delete", target: 1 }))).toMatchObject({ message: { body: null } });
    expect(entry(mine, unsent({ id, kind: "react", target: 1, emoji: "👍", on: true }))).toMatchObject({
      fate: "sent",
      message: { reactions: [{ emoji: "👍", by: ["ann"] }] },
    });
  });

  it("leaves the message as it is where it was refused, and says so", () => {
    const refused = unsent({ id, kind: "edit", target: 1, body: { text: "new" } }, "failed");
    expect(entry([said(1, "ann")], refused)).toMatchObject({
      fate: "sent",
      failed: [refused],
      message: { body: { text: "line 1" } },
    });
    const lost = unsent({ id, kind: "send", body: { text: "hi" } }, "failed");
    expect(entry([], lost)).toMatchObject({ fate: "failed", failed: [lost] });
  });

  it("shows nothing of a new name", () => {
    expect(entry([], unsent({ id, kind: "rename", name: "Ann" }))).toBeUndefined();
  });
});

describe("The message that Ann can edit with one key", () => {
  const of = (messages: Message[], ...pending: Pending[]) => lastToEdit(annSees(messages, pending), "ann")?.seq;

  it("is her last one that is not deleted", () => {
    expect(of([said(1, "ann"), said(2, "ann"), said(3, "bo")])).toBe(2);
    expect(of([said(1, "ann"), said(2, "ann", noon, { body: null })])).toBe(1);
  });

  it("is none while her last one is not sent, rather than an older one", () => {
    expect(of([said(1, "ann")], unsent({ id, kind: "send", body: { text: "hi" } }))).toBeUndefined();
    expect(of([said(1, "ann")], unsent({ id, kind: "send", body: { text: "hi" } }, "failed"))).toBeUndefined();
  });
});

describe("A message that Ann has just deleted", () => {
  it("is going, and can neither be answered nor edited meanwhile", () => {
    const [one, two] = annSees([said(1, "ann"), said(2, "ann")], [], [2]);
    expect([one?.fate, two?.fate]).toEqual(["sent", "going"]);
    expect(two && canAnswer(two)).toBe(false);
    expect(lastToEdit(annSees([said(1, "ann"), said(2, "ann")], [], [2]), "ann")?.seq).toBe(1);
  });
});

describe("An old passage", () => {
  it("does not end with what Ann writes now", () => {
    const pending = [unsent({ id, kind: "send", body: { text: "hi" } })];
    const shown = entriesOf({ messages: [said(1, "bo")], pending, me: "ann", latest: false, going: new Set() });
    expect(shown.map(({ message }) => message.seq)).toEqual([1]);
  });
});
