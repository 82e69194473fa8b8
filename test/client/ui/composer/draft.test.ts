import { beforeEach, describe, expect, it } from "vitest";
import type { Room } from "../../../../src/client/room.ts";
import { emptyRoom } from "../../../../src/client/state.ts";
import { asWritten, compose } from "../../../../src/client/ui/composer/draft.ts";
import type { DraftShelf, Kept } from "../../../../src/client/ui/composer/kept-draft.ts";
import type { Message } from "../../../../src/protocol/event.ts";
import { TEXT_UNITS } from "../../../../src/protocol/limits.ts";

let did: unknown[][];
const note =
  (what: string) =>
  (...with_: unknown[]) => {
    did.push([what, ...with_]);
    return "";
  };
const room: Room = {
  state: emptyRoom("lobby"),
  subscribe: () => () => undefined,
  send: note("send"),
  edit: note("edit"),
  moderate: () => undefined,
  delete: note("delete"),
  react: note("react"),
  rename: note("rename"),
  setTopic: note("setTopic"),
  retry: note("retry"),
  discard: note("discard"),
  typing: () => undefined,
  looking: () => undefined,
  sawUpTo: () => undefined,
  loadOlder: () => undefined,
  loadNewer: () => undefined,
  goTo: async () => false,
  latest: () => undefined,
  keepLatest: () => undefined,
  lookUp: async () => undefined,
  search: async () => undefined,
  showKept: () => undefined,
  enter: () => undefined,
  disconnect: () => undefined,
  connect: () => undefined,
  nudge: () => undefined,
  hurry: () => undefined,
  leave: () => undefined,
};
/** A shelf that holds what is written on it. */
function shelf(kept?: Kept): DraftShelf & { kept: Kept | undefined } {
  return {
    kept,
    take() {
      return this.kept;
    },
    keep(next) {
      this.kept = next;
    },
  };
}
const hers: Message = { seq: 5, id: "id-of-message-5", by: "ann", at: 0, kind: "send", body: { text: "helo" } };

describe("Ann's composer", () => {
  beforeEach(() => {
    did = [];
  });
  const written = (text: string) => {
    const composing = compose(room, shelf());
    composing.write(text);
    return composing;
  };

  it("sends what she wrote, trimmed, and is empty at once", () => {
    const composing = written(" hi\nthere ");
    expect(composing.submit()).toBe(true);
    expect(did).toEqual([["send", "hi\nthere", {}]]);
    expect(composing.text.value).toBe("");
  });

  it("keeps a text that is too long or empty, and sends nothing", () => {
    const long = written("x".repeat(TEXT_UNITS + 1));
    expect(long.submit()).toBe(false);
    expect(long.left.value).toBe(-1);
    expect(long.text.value).toHaveLength(TEXT_UNITS + 1);
    expect(written("  ").submit()).toBe(false);
    expect(did).toEqual([]);
  });

  it("answers a message, once", () => {
    const composing = written("yes");
    composing.reply(hers);
    composing.submit();
    composing.write("more");
    composing.submit();
    expect(did).toEqual([
      ["send", "yes", { replyTo: 5 }],
      ["send", "more", {}],
    ]);
  });

  it("gives back her draft after an edit, saved or not", () => {
    const composing = written("a draft");
    composing.edit(hers);
    expect(composing.text.value).toBe("helo");
    composing.write("hello");
    composing.submit();
    expect(did).toEqual([["edit", 5, "hello", {}]]);
    expect(composing.text.value).toBe("a draft");
    composing.edit(hers);
    composing.stop();
    expect(composing.text.value).toBe("a draft");
    expect(composing.editing.value).toBeUndefined();
  });

  it("lets go of a message that is gone, and goes on saying why a command was not obeyed", () => {
    const composing = written("/wave");
    composing.wrong.value = "bad_command";
    composing.leaveMessage();
    expect(composing.wrong.value).toBe("bad_command");
    expect(composing.text.value).toBe("/wave");
    composing.edit(hers);
    composing.leaveMessage();
    expect(composing.editing.value).toBeUndefined();
  });

  it("does not send an edit that changes nothing", () => {
    const composing = written("");
    composing.edit(hers);
    composing.submit();
    expect(did).toEqual([]);
  });

  it("takes back the words of a refused message, but not over others", () => {
    const composing = written("");
    composing.giveBack("lost words");
    expect(composing.text.value).toBe("lost words");
    composing.giveBack("others");
    expect(composing.text.value).toBe("lost words");
  });

  it("keeps such words for later while she edits", () => {
    const composing = written("");
    composing.edit(hers);
    composing.write("");
    composing.giveBack("lost words");
    expect(composing.text.value).toBe("");
    composing.stop();
    expect(composing.text.value).toBe("lost words");
  });

  it("sends an action and the parts of a long text as what they are, the first part as the answer", () => {
    const composing = written("/me waves");
    composing.submit([{ text: "waves", me: true }]);
    expect(did).toEqual([["send", "waves", { me: true }]]);
    did = [];
    composing.reply(hers);
    composing.write("x".repeat(TEXT_UNITS + 1));
    expect(composing.submit([{ text: "one" }, { text: "two" }])).toBe(true);
    expect(did).toEqual([
      ["send", "one", { replyTo: 5 }],
      ["send", "two", {}],
    ]);
    expect(composing.text.value).toBe("");
  });

  it("forgets why a command was not obeyed as soon as she writes on", () => {
    const composing = written("/wo");
    composing.wrong.value = "bad_command";
    composing.write("/who");
    expect(composing.wrong.value).toBeUndefined();
  });

  it("writes a message that is given back as she would have to write it", () => {
    expect(asWritten({ text: "hi" })).toBe("hi");
    expect(asWritten({ text: "/etc is a folder" })).toBe("//etc is a folder");
    expect(asWritten({ text: "waves", me: true })).toBe("/me waves");
  });
});

describe("what Ann was writing when she reloaded", () => {
  const about = { seq: hers.seq, id: hers.id, text: "hello th" };
  const there: Room = { ...room, state: { ...emptyRoom("lobby"), welcomed: true, messages: [hers] } };

  it("is kept with each key, and with the message that it is about", () => {
    const kept = shelf();
    const composing = compose(room, kept);
    composing.write("a draft");
    expect(kept.kept).toEqual({ draft: "a draft", about: undefined });
    composing.reply(hers);
    expect(kept.kept?.about).toEqual({ is: "reply", seq: 5, id: hers.id, text: "" });
    composing.edit(hers);
    composing.write("hello th");
    expect(kept.kept).toEqual({ draft: "a draft", about: { is: "edit", ...about } });
    composing.stop();
    expect(kept.kept).toEqual({ draft: "a draft", about: undefined });
  });

  it("is an edit again when its message is there, with the draft behind it", async () => {
    const composing = compose(there, shelf({ draft: "a draft", about: { is: "edit", ...about } }));
    expect(composing.text.value).toBe("a draft");
    await expect.poll(() => composing.text.value).toBe("hello th");
    expect(composing.editing.value).toEqual(hers);
    composing.stop();
    expect(composing.text.value).toBe("a draft");
  });

  it("is an answer again, also when the message has to be looked up", async () => {
    const asked: Room = { ...there, state: { ...there.state, messages: [] }, lookUp: async () => hers };
    const composing = compose(asked, shelf({ draft: "yes", about: { is: "reply", ...about } }));
    await expect.poll(() => composing.replyTo.value).toEqual(hers);
    expect(composing.text.value).toBe("yes");
  });

  it("stays on the shelf until the room is there", () => {
    const kept = shelf({ draft: "", about: { is: "edit", ...about } });
    const composing = compose(room, kept);
    composing.write("something else");
    expect(kept.kept).toEqual({ draft: "something else", about: { is: "edit", ...about } });
  });

  it("does not take the place of what she writes meanwhile", async () => {
    const composing = compose(there, shelf({ draft: "", about: { is: "edit", ...about } }));
    composing.write("never mind");
    await import("../../../../src/client/ui/composer/when-there.ts");
    expect(composing.text.value).toBe("never mind");
    composing.submit();
    expect(did).toEqual([["send", "never mind", {}]]);
    await expect.poll(() => composing.text.value).toBe("hello th");
  });

  it("is a draft where its message is another one now, so that no word is lost", async () => {
    const other: Room = { ...there, state: { ...there.state, messages: [{ ...hers, id: "another-message-5" }] } };
    const composing = compose(other, shelf({ draft: "", about: { is: "edit", ...about } }));
    await expect.poll(() => composing.text.value).toBe("hello th");
    expect(composing.editing.value).toBeUndefined();
  });
  beforeEach(() => {
    did = [];
  });
});
