import { describe, expect, it } from "vitest";
import { join } from "../../src/library/index.ts";
import { openServer } from "../support/house.ts";
import { until } from "../support/serve.ts";
import { testLibrary } from "./suite.ts";

describe("the library in Node", () => {
  const server = openServer({ PARLOR_LIMITS: "off" });
  testLibrary(() => server().url);
  describe.each(["stream", "poll"] as const)("by %s", (transport) => testLibrary(() => server().url, { transport }));

  it("goes another way where no WebSocket opens, and says which", async () => {
    const ways: string[] = [];
    const openSocket = () => Promise.reject(new Error("blocked"));
    const ann = join(`${server().url}/r/blocked`, { name: "Ann", openSocket });
    ann.subscribe(() => ways.push(`${ann.state.link.is} ${ann.way()}`));
    ann.send("hi");
    await until(() => ann.state.messages.length === 1);
    expect(ways[0]).toMatch(/websocket$/);
    expect(ways).toContain("open stream");
    ann.leave();
  });
});
