import { describe } from "vitest";
import { openServer } from "../support/house.ts";
import { testLibrary } from "./suite.ts";

describe("the library in Node", () => {
  const server = openServer({ PARLOR_LIMITS: "off" });
  testLibrary(() => server().url);
  describe.each(["stream", "poll"] as const)("by %s", (transport) => testLibrary(() => server().url, { transport }));
});
