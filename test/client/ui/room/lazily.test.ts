// Parts of ann's page that are fetched when they are first needed: once, and again where that failed.
import { describe, expect, it } from "vitest";
import { fetchMissing, lazily } from "../../../../src/client/ui/room/lazily.ts";

/** A part whose every fetching is answered by the test. */
function aPart() {
  const fetches: PromiseWithResolvers<{ is: string }>[] = [];
  const part = lazily(() => {
    const fetching = Promise.withResolvers<{ is: string }>();
    fetches.push(fetching);
    return fetching.promise;
  });
  return { part, fetches };
}
const gone = new TypeError("Failed to fetch dynamically imported module");

describe("a part of ann's page", () => {
  it("is fetched once, however often it is asked for", async () => {
    const { part, fetches } = aPart();
    expect(part.here).toBe(undefined);
    expect(fetches.length).toBe(0);
    const both = [part.load(), part.load()];
    expect(part.value).toBe(undefined);
    fetches[0]?.resolve({ is: "rich" });
    expect(await Promise.all(both)).toEqual([{ is: "rich" }, { is: "rich" }]);
    expect(part.value).toEqual({ is: "rich" });
    expect(fetches.length).toBe(1);
  });

  it("that failed is not tried by each drawing, but when the network is back", async () => {
    const { part, fetches } = aPart();
    const first = part.load();
    fetches[0]?.reject(gone);
    expect(await first).toBe(undefined);
    expect([part.settled, part.value, fetches.length]).toEqual([true, undefined, 1]);
    fetchMissing();
    fetches[1]?.resolve({ is: "rich" });
    await expect.poll(() => part.value).toEqual({ is: "rich" });
    fetchMissing();
    expect(fetches.length).toBe(2);
  });

  it("that was on its way when the network came back, and fails, is tried once more", async () => {
    const { part, fetches } = aPart();
    const first = part.load();
    fetchMissing();
    fetches[0]?.reject(gone);
    await expect.poll(() => fetches.length).toBe(2);
    expect(part.settled).toBe(false);
    fetches[1]?.reject(gone);
    expect(await first).toBe(undefined);
    expect(fetches.length).toBe(2);
  });
});
