import { expect, it } from "vitest";
import rules from "../../public/_headers?raw";
import { SECURITY_HEADERS } from "../../src/worker/headers.ts";

it("assets, which pass the Worker by, have the same security headers as its answers", () => {
  const [everywhere = ""] = rules.slice(rules.indexOf("/*\n") + 3).split("\n\n");
  const said = everywhere.split("\n").map((line) => line.trim());
  expect(said.sort()).toEqual(
    Object.entries(SECURITY_HEADERS)
      .map(([name, value]) => `${name}: ${value}`)
      .sort(),
  );
});
