import { describe, expect, it } from "vitest";
import { emptyRoom } from "../../../../src/client/state.ts";
import { lastBan } from "../../../../src/client/ui/moderation/banned.ts";
import type { Mark } from "../../../../src/protocol/event.ts";
import { noon, said } from "../../../support/talk.ts";

describe("The last ban that ann's talk tells of", () => {
  const room = emptyRoom("lobby");
  const mark = (seq: number, kind: string): Mark => ({ seq, kind, id: `id-of-mark-${seq}`, by: "ann", at: noon });

  it("is the last of the bans, whatever was done after it", () => {
    const talk = [
      said(1, "ann", noon, { marks: [mark(2, "ban"), mark(3, "ban")] }),
      said(4, "bo", noon, { marks: [mark(5, "ban"), mark(6, "mute")] }),
      said(7, "bo"),
    ];
    expect(lastBan({ ...room, messages: talk, cursor: 7 })).toBe(5);
    expect(lastBan({ ...room, messages: talk.slice(0, 1), cursor: 3 })).toBe(3);
  });

  it("is none where people only talked", () => {
    expect(lastBan({ ...room, messages: [said(1, "ann")], cursor: 1 })).toBe(0);
  });

  it("may be any event where nobody has said anything", () => {
    expect(lastBan({ ...room, cursor: 2 })).toBe(2);
  });
});
