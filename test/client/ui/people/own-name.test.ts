import { describe, expect, it } from "vitest";
import type { Pending } from "../../../../src/client/state.ts";
import { chosenName } from "../../../../src/client/ui/people/own-name.ts";

const wish = (name: string, status: Pending["status"] = "waiting"): Pending => ({
  op: { id: `an-id-for-${name}-0001`, kind: "rename", name },
  at: 0,
  epoch: "",
  status,
});

describe("Ann's name, while the room has not heard of it", () => {
  it("is the one that she chose last, unless it was refused", () => {
    expect(chosenName([wish("Anna"), wish("Anne"), wish("Annie", "failed")])).toBe("Anne");
    expect(chosenName([])).toBeUndefined();
  });
});
