// What may become a worker's script.
import { expect, test } from "vitest";
import { onlyOurs } from "../../../../src/client/ui/offline/register.ts";

test("only the service worker's own address may become a script", () => {
  expect(onlyOurs("/sw.js")).toBe("/sw.js");
  for (const other of ["/sw.js?x", "sw.js", "https://elsewhere.example/sw.js", ""])
    expect(() => onlyOurs(other)).toThrow(TypeError);
});
