import { describe, expect, it } from "vitest";
import { addressOf, network } from "../../src/worker/address.ts";
import { enter, freshRoom, get, open, rowsOf, until } from "../room/visitor.ts";

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

  it("is in no row of a room, neither as it is nor as a hash, whatever she does there", async () => {
    const room = freshRoom();
    const headers = { "CF-Connecting-IP": "203.0.113.7" };
    const ann = await enter({ room, name: "Ann", headers });
    await ann.act({ kind: "create" });
    await ann.say("hello");
    await ann.act({ kind: "rules", rules: { slow: 1, keep: 86_400 } });
    const guest = await open({ room, offer: null, headers });
    await guest.sendRaw("hi");
    await get(`/r/${room}`, headers, { method: "POST", body: "hi from a terminal" });
    await until(() => expect(ann.texts).toHaveLength(3));
    const bo = await enter({ room, name: "Bo", headers });
    await ann.act({ kind: "mute", who: bo.welcome.you.member, seconds: 60 });
    await ann.act({ kind: "ban", who: bo.welcome.you.member, seconds: 60 });
    const rows = await rowsOf(room);
    expect(rows).toContain("hi from a terminal");
    expect(rows).not.toContain("203.0.113");
    expect(rows).not.toContain(await addressOf(from("203.0.113.7"), room));
  });

  it("is nowhere where nobody vouches for an address", async () => {
    expect(await addressOf(new Request("http://localhost/r/lobby"), "lobby")).toBe("");
  });
});
