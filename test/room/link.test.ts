import { expect, it } from "vitest";
import { linkTo } from "../../src/room/link.ts";

it("what is said over a socket that was closed goes nowhere, and throws nothing, so that others hear it", () => {
  const { 0: bos, 1: ours } = new WebSocketPair();
  bos.accept();
  ours.accept();
  const link = linkTo(ours, () => null);
  link.send("hi");
  ours.close(1000, "");
  expect(() => ours.send("a bare socket minds")).toThrow();
  for (const deed of [() => link.send("hi"), () => link.close(1000, "")]) expect(deed).not.toThrow();
});
