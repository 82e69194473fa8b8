import { describe, expect, it } from "vitest";
import { ours } from "../../src/room/abuse.ts";
import { type Metered, openMeters } from "../../src/room/meters.ts";

/** How many of these are let through at one time. */
function through(meters: ReturnType<typeof openMeters>, what: Metered, sources: { member: string; address: string }[]) {
  return sources.filter((source) => meters.take(what, source, 1000) === 0).length;
}
const many = (count: number, member: (index: number) => string, address: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => ({ member: member(index), address: address(index) }));

describe("what many may do together", () => {
  const { messages } = ours.shared;

  it("ann with ten tabs says no more than her own bucket holds", () => {
    expect(
      through(
        openMeters(ours),
        "messages",
        many(
          500,
          () => "ann",
          (tab) => `tab ${tab % 10}`,
        ),
      ),
    ).toBe(messages.member.burst);
  });

  it("somebody who is a new member with each line says no more than their address may", () => {
    expect(
      through(
        openMeters(ours),
        "messages",
        many(
          5000,
          (line) => `nobody ${line}`,
          () => "one house",
        ),
      ),
    ).toBe(messages.address.burst);
  });

  it("people of many houses say no more than the room takes", () => {
    const crowd = many(
      5000,
      (line) => `member ${line}`,
      (line) => `house ${line % 500}`,
    );
    expect(through(openMeters(ours), "messages", crowd)).toBe(messages.room.burst);
  });

  it("where the address is not known, everybody is measured by themselves, and by the room", () => {
    const strangers = many(
      5000,
      (line) => `member ${line % 100}`,
      () => "",
    );
    expect(through(openMeters(ours), "messages", strangers)).toBe(messages.room.burst);
  });

  it("who is refused by one bucket takes nothing from the others", () => {
    const meters = openMeters(ours);
    through(
      meters,
      "messages",
      many(
        5000,
        () => "ann",
        () => "one house",
      ),
    );
    const rest = many(
      5000,
      (line) => `bo ${line}`,
      () => "one house",
    );
    expect(through(meters, "messages", rest)).toBe(messages.address.burst - messages.member.burst);
  });

  it("a lecture hall of 500 behind one address comes in, asks for the talk and says a word", () => {
    const meters = openMeters(ours);
    const hall = many(
      500,
      (seat) => `seat ${seat}`,
      () => "hall",
    );
    for (const what of ["joins", "asks", "messages"] as const) expect(through(meters, what, hall)).toBe(500);
  });

  it("a sweep forgets those who have been quiet, and nobody else", () => {
    const meters = openMeters(ours);
    const ann = { member: "ann", address: "" };
    for (let line = 0; line < messages.member.burst; line += 1) meters.take("messages", ann, 1000);
    meters.sweep(1000);
    expect(meters.take("messages", ann, 1000)).toBeGreaterThan(0);
    meters.sweep(60_000);
    expect(meters.take("messages", ann, 60_000)).toBe(0);
  });

  it("who was shown out for a flood is kept out until they have been quiet, and nobody else of their house", () => {
    const meters = openMeters(ours);
    meters.shun("ann", 1000);
    expect([meters.shuns("ann", 9000), meters.shuns("bo", 9000), meters.shuns("ann", 11_001)]).toEqual([
      ...[true, false, false],
    ]);
    meters.shun("ann", 20_000);
    meters.sweep(25_000);
    expect(meters.shuns("ann", 25_000)).toBe(true);
  });

  it("where session after session of a house was closed, its newcomers wait for a while, and of no other house", () => {
    const meters = openMeters(ours);
    const some = ours.shared.abuses.address.burst;
    const sessions = many(
      some + 1,
      (each) => `nobody ${each}`,
      () => "one house",
    );
    for (const source of sessions.slice(1)) meters.caught(source, 1000);
    expect(meters.delays("one house", 1000)).toBe(0);
    for (const source of sessions.slice(0, 1)) meters.caught(source, 1000);
    expect([meters.delays("one house", 1000), meters.delays("another", 1000)]).toEqual([10, 0]);
    meters.sweep(10_000);
    expect([meters.delays("one house", 10_500), meters.delays("one house", 11_000)]).toEqual([1, 0]);
    // Of whom nobody knows where they come from, nothing follows for others.
    for (const { member } of [...sessions, ...sessions]) meters.caught({ member, address: "" }, 1000);
    expect(meters.delays("", 1000)).toBe(0);
  });

  it("without limits nobody is measured", () => {
    const meters = openMeters(undefined);
    meters.shun("ann", 1000);
    expect(meters.shuns("ann", 1000)).toBe(false);
    const flood = many(
      5000,
      () => "ann",
      () => "",
    );
    expect(through(meters, "messages", flood)).toBe(5000);
  });
});
