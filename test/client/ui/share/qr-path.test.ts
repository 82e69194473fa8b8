import { encode } from "uqr";
import { describe, expect, it } from "vitest";
import { qrPath } from "../../../../src/client/ui/share/qr-path.ts";

/** The modules that a path covers, as "x,y". */
function covered(path: string): string[] {
  return [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].flatMap(([, x, y, length, back]) => {
    expect(length).toBe(back);
    return Array.from({ length: Number(length) }, (_, i) => `${Number(x) + i},${y}`);
  });
}

describe("The code of a room's address", () => {
  it("is drawn run by run", () => {
    expect(qrPath([])).toBe("");
    expect(qrPath([[false, true, true, false, true]])).toBe("M1 0h2v1h-2zM4 0h1v1h-1z");
  });

  it("has each dark module once and no light one", () => {
    const { data } = encode("https://chat.example/r/大廳", { ecc: "M", border: 4 });
    const dark = data.flatMap((row, y) => row.flatMap((is, x) => (is ? [`${x},${y}`] : [])));
    expect(covered(qrPath(data))).toEqual(dark);
  });

  it("keeps the quiet zone that readers need", () => {
    const { data, size } = encode("https://chat.example/r/lobby", { ecc: "M", border: 4 });
    for (const module of covered(qrPath(data))) {
      for (const at of module.split(",").map(Number)) {
        expect(at).toBeGreaterThanOrEqual(4);
        expect(at).toBeLessThan(size - 4);
      }
    }
  });
});
