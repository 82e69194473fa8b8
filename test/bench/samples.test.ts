// The bench's arithmetic: percentiles of many samples, and the median of a few.
import { describe, expect, it } from "vitest";
import { median, percentile, Samples } from "../../bench/load/samples.ts";

describe("samples", () => {
  it("are all kept, in order, also when there are more than there was room for", () => {
    const samples = new Samples();
    for (let n = 0; n < 70_000; n += 1) samples.add(n);
    const taken = samples.take();
    expect([taken.length, taken[0], taken[65_535], taken[65_536], taken[69_999]]).toEqual([
      70_000, 0, 65_535, 65_536, 69_999,
    ]);
  });

  it("begin anew once they were taken, and what was taken stays as it was", () => {
    const samples = new Samples();
    samples.add(1);
    const before = samples.take();
    samples.add(2);
    expect([...before, ...samples.take()]).toEqual([1, 2]);
    expect(samples.take().length).toBe(0);
  });
});

describe("a percentile", () => {
  const hundred = Float32Array.from({ length: 100 }, (_, n) => 100 - n);

  it("has its share of the samples below it, in whichever order they came", () => {
    expect(percentile(hundred, 0)).toBe(1);
    expect(percentile(hundred, 0.5)).toBe(51);
    expect(percentile(hundred, 0.99)).toBe(100);
  });

  it("of everything is the greatest one, of one sample that one, of nothing not a number", () => {
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile(Float32Array.of(7), 0.5)).toBe(7);
    expect(percentile(new Float32Array(), 0.5)).toBeNaN();
  });

  it("leaves the samples in their order", () => {
    percentile(hundred, 0.5);
    expect(hundred[0]).toBe(100);
  });
});

describe("a median", () => {
  it("is the middle one, or the mean of the two in the middle", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 2, 4, 8])).toBe(6);
    expect(median([3])).toBe(3);
  });

  it("sorts numbers as numbers", () => {
    expect(median([9, 10, 100])).toBe(10);
  });

  it("takes no account of what was not measured, and of nothing is not a number", () => {
    expect(median([Number.NaN, 4, 2, 6])).toBe(4);
    expect(median([])).toBeNaN();
    expect(median([Number.NaN])).toBeNaN();
  });
});
