import { describe, expect, it } from "vitest";
import { MOST_ROOMS, parseVisits, withVisit } from "../../../../src/client/ui/browser/visits.ts";

describe("The rooms that Ann has been to", () => {
  it("are read back as they were stored, and what is no visit is left out", () => {
    expect(parseVisits("20 大廳\n10 lobby")).toEqual([
      { room: "大廳", at: 20 },
      { room: "lobby", at: 10 },
    ]);
    expect(parseVisits("")).toEqual([]);
    expect(parseVisits("lobby\n-3 lobby\n5 a b\n6 javascript:alert(1)\n1e9 x\n7 ok")).toEqual([{ room: "ok", at: 7 }]);
  });

  it("are in the order of her last visits, each once", () => {
    const visits = [
      { room: "tea", at: 3 },
      { room: "lobby", at: 2 },
    ];
    expect(withVisit(visits, { room: "lobby", at: 4 })).toEqual([
      { room: "lobby", at: 4 },
      { room: "tea", at: 3 },
    ]);
  });

  it("are the last twelve", () => {
    const many = Array.from({ length: 30 }, (_, i) => ({ room: `room-${i}`, at: i }));
    const kept = many.reduce(withVisit, parseVisits(""));
    expect(kept).toHaveLength(MOST_ROOMS);
    expect(kept[0]?.room).toBe("room-29");
  });
});
