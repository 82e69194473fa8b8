import { beforeEach, describe, expect, it } from "vitest";
import type { Room } from "../../../src/client/room.ts";
import { emptyRoom } from "../../../src/client/state.ts";
import { compose } from "../../../src/client/ui/composing.ts";
import type { Message } from "../../../src/protocol/event.ts";
import { TEXT_UNITS } from "../../../src/protocol/limits.ts";

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
  delete: note("delete"),
  react: note("react"),
  rename: note("rename"),
  setTopic: note("setTopic"),
  retry: note("retry"),
  discard: note("discard"),
  typing: () => undefined,
  sawUpTo: () => undefined,
  loadOlder: () => undefined,
  keepLatest: () => undefined,
  lookUp: async () => undefined,
  disconnect: () => undefined,
  connect: () => undefined,
  nudge: () => undefined,
  leave: () => undefined,
};
const hers: Message = { seq: 5, id: "id-of-message-5", by: "ann", at: 0, kind: "send", body: { text: "helo" } };

describe("Ann's composer", () => {
  beforeEach(() => {
    did = [];
  });
  const written = (text: string) => {
    const composing = compose(room, "lobby");
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
    expect(did).toEqual([["edit", 5, "hello"]]);
    expect(composing.text.value).toBe("a draft");
    composing.edit(hers);
    composing.stop();
    expect(composing.text.value).toBe("a draft");
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
});
