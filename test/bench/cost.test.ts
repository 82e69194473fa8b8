// The cost page's arithmetic: what people do, in rows, requests and GB-seconds, and those in dollars.
import { describe, expect, it } from "vitest";
import { extra, listPrice, shareOfFree, tightest } from "../../bench/cost/bill.ts";
import { replaceSection, sectionOf, withRows } from "../../bench/cost/markdown.ts";
import type { Scenario } from "../../bench/cost/scenarios.ts";
import { day, type Measured, type Rows, usage } from "../../bench/cost/usage.ts";

const rows = (written: number, read = 0): Rows => ({ written, read });
const nothing = rows(0);

const measured: Measured = {
  ...{ making: rows(12), newcomer: rows(3), message: rows(2, 1), reaction: rows(3, 3), edit: rows(3, 4) },
  ...{ opening: rows(0, 100), reconnect: rows(0, 50), read: nothing, typing: nothing, ping: nothing },
  ...{ waking: rows(0, 20), recall: rows(0, 6), delivery: rows(2, 3), push: rows(2, 3) },
  heard: { event: 400, read: 80, typing: 60 },
  stored: 200,
};

const quiet: Scenario = {
  name: "one person who looks on",
  ...{ people: 1, days: 1, hours: 1, pages: 1, reconnects: 0 },
  ...{ messages: 0, reactions: 0, edits: 0, writers: 0, typing: 0, readers: 0 },
};

describe("what a room uses", () => {
  it("ann's first message makes the room, bo's first writes him down, and every later one is two rows", () => {
    const talk = { ...quiet, people: 2, messages: 10, writers: 2 };
    expect(day(talk, measured, "published").rowsWritten).toBe(12 + 3 + 8 * 2);
  });

  it("nobody is written down twice: on the second day all messages are two rows", () => {
    const talk = { ...quiet, people: 2, days: 2, messages: 10, writers: 2 };
    expect(usage(talk, measured, "published").rowsWritten).toBe(12 + 3 + 8 * 2 + 10 * 2);
  });

  it("a room that people only look at writes nothing, however long they stay", () => {
    const idle = { ...quiet, people: 50, days: 30, hours: 24, pages: 50, reconnects: 150 };
    expect(usage(idle, measured, "cautious").rowsWritten).toBe(0);
  });

  it("ann, who opens the page and loses her link twice, is four requests to the Worker and three sockets", () => {
    const ann = day({ ...quiet, reconnects: 2 }, measured, "published");
    expect(ann.workerRequests).toBe(4);
    // Three sockets, and a hello and a receipt on each.
    expect(ann.objectRequests).toBe(3 + 6 / 20);
  });

  it("ann's pings are requests only to the cautious: 144 in her hour", () => {
    const published = day(quiet, measured, "published");
    expect(day(quiet, measured, "cautious").objectRequests - published.objectRequests).toBeCloseTo(144 / 20);
  });

  it("a message that ten people read at once is billed with their ten receipts", () => {
    const heard = { event: 0, read: 0, typing: 0 };
    const before = day({ ...quiet, people: 10 }, { ...measured, heard }, "published");
    const after = day({ ...quiet, people: 10, messages: 1, readers: 10 }, { ...measured, heard }, "published");
    expect(after.objectRequests - before.objectRequests).toBeCloseTo(11 / 20);
  });

  it("a class says `got` for the messages it hears, but not for receipts, of which a crowd is not told", () => {
    const crowd = { ...quiet, people: 101, messages: 100 };
    const unread = day(crowd, measured, "published").objectRequests;
    const read = day({ ...crowd, readers: 100 }, measured, "published").objectRequests;
    expect(read - unread).toBeCloseTo((100 * 100) / 20);
    const deaf = day(crowd, { ...measured, heard: { event: 0, read: 0, typing: 0 } }, "published").objectRequests;
    expect(unread - deaf).toBeCloseTo(Math.floor((101 * 100 * 400) / 65536) / 20);
  });

  it("one frame is 10 ms of 128 MB, or to the cautious the 10 s until the room sleeps", () => {
    const [published, cautious] = (["published", "cautious"] as const).map((model) => day(quiet, measured, model));
    // The socket, the hello and the receipt.
    expect(published?.gigabyteSeconds).toBeCloseTo(3 * 0.01 * 0.128);
    expect(cautious?.gigabyteSeconds).toBeCloseTo(3 * 10 * 0.128);
  });

  it("no room is billed for longer than its people are there", () => {
    const busy = { ...quiet, people: 200, messages: 10_000, readers: 200 };
    for (const model of ["published", "cautious"] as const) {
      expect(day(busy, measured, model).gigabyteSeconds).toBeCloseTo(3600 * 0.128);
    }
  });

  it("a room can't be woken more than once in 10 s", () => {
    const talk = { ...quiet, messages: 10_000, writers: 0 };
    const awake = { ...measured, waking: nothing };
    expect(day(talk, measured, "published").rowsRead - day(talk, awake, "published").rowsRead).toBe(360 * 20);
  });
});

describe("what it costs", () => {
  const none = { workerRequests: 0, objectRequests: 0, rowsWritten: 0, rowsRead: 0, gigabyteSeconds: 0 };
  const month = { ...none, workerRequests: 11e6, objectRequests: 3e6, rowsWritten: 60e6, gigabyteSeconds: 500_000 };

  it("is by the million at list price, and on the paid plan only what goes beyond what is included", () => {
    expect(listPrice(month)).toBeCloseTo(3.3 + 0.45 + 60 + 6.25);
    expect(extra(month)).toBeCloseTo(0.3 + 0.3 + 10 + 1.25);
    expect(extra({ ...none, rowsWritten: 50e6 })).toBe(0);
  });

  it("cloudflare's own example: 552,960 GB-s in a month are $1.91 beyond the plan", () => {
    expect(extra({ ...none, gigabyteSeconds: 552_960 })).toBeCloseTo(1.91, 2);
  });

  it("the limit that a busy day meets first is the one of which it takes the largest share", () => {
    const busy = { ...none, objectRequests: 50_000, rowsWritten: 80_000, gigabyteSeconds: 1300 };
    expect(tightest(busy)).toBe("rowsWritten");
    expect(shareOfFree(busy, "rowsWritten")).toBeCloseTo(0.8);
    expect(shareOfFree(busy, "gigabyteSeconds")).toBeCloseTo(0.1);
  });
});

describe("the section", () => {
  it("is replaced where it is, and what stands around it stays", () => {
    const readme = "# Parlor\n\n<!-- cost -->\nold\n<!-- /cost -->\n\n## Limits\n";
    const fresh = "# Parlor\n\n<!-- cost -->\nnew\n<!-- /cost -->\n\n## Limits\n";
    expect(replaceSection(readme, "cost", "new")).toBe(fresh);
    expect(sectionOf(fresh, "cost")).toBe("new");
  });

  it("is nowhere put where a README has no place for it", () => {
    expect(() => replaceSection("# Parlor\n", "cost", "new")).toThrow("nothing between");
  });
});

describe("a table that is written again in part", () => {
  it("has the new rows where the old ones of that name were, or at its end", () => {
    const rows = ["| storm | 12 | 0 |", "| storage | 3 | 0 |"];
    const page = "# Found\n\n| | ops | faults |\n|---|--:|--:|\n| storm | 10 | 1 |\n| load | 600 | 0 |\n";
    const fresh =
      "# Found\n\n| | ops | faults |\n|---|--:|--:|\n| storm | 12 | 0 |\n| load | 600 | 0 |\n| storage | 3 | 0 |";
    expect(withRows(page, rows)).toBe(fresh);
  });
});
