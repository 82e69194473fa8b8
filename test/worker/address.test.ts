import { describe, expect, it } from "vitest";
import { addressOf, network } from "../../src/worker/address.ts";

const from = (address: string) => new Request("http://localhost/r/lobby", { headers: { "CF-Connecting-IP": address } });

describe("where ann comes from", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:DB8:0001:0002::", "2001:db8:1:2"],
    ["2001:db8::6", "2001:db8:0:0"],
    ["::1", "0:0:0:0"],
    ["2001:db8:1::", "2001:db8:1:0"],
  ])("%s is of the network %s", (address, of) => {
    expect(network(address)).toBe(of);
  });

  it("is told to a room as a hash that says nothing, and another one to each room", async () => {
    const here = await addressOf(from("203.0.113.7"), "lobby");
    expect(here).toMatch(/^[a-z2-9]{20}$/);
    expect(await addressOf(from("203.0.113.7"), "lobby")).toBe(here);
    expect(await addressOf(from("203.0.113.7"), "kitchen")).not.toBe(here);
    expect(await addressOf(from("203.0.113.8"), "lobby")).not.toBe(here);
    const household = ["2001:db8:1:2::1", "2001:db8:1:2:ffff::9"].map((each) => addressOf(from(each), "lobby"));
    expect(new Set(await Promise.all(household)).size).toBe(1);
  });

  it("is nowhere where nobody vouches for an address", async () => {
    expect(await addressOf(new Request("http://localhost/r/lobby"), "lobby")).toBe("");
  });
});
