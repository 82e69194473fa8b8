import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import { expect, onTestFinished, test } from "vitest";
import { openTally } from "./report/tally.ts";

function file(): string {
  const dir = mkdtempSync(join(tmpdir(), "parlor-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  return join(dir, "tally.json");
}

test("what was found on a build is there at the next sitting, and not on another build", () => {
  const path = file();
  const first = openTally(path, v.number(), "a build");
  first.add(1);
  first.add(2);
  expect(openTally(path, v.number(), "a build").found).toEqual([1, 2]);
  const other = openTally(path, v.number(), "another");
  expect(other.found).toEqual([]);
  other.add(3);
  expect(openTally(path, v.number(), "another").found).toEqual([3]);
});

test("a file that is no tally is none", () => {
  const path = file();
  for (const text of ["", "{", "[]", '{"build":"a build","found":["one"]}']) {
    writeFileSync(path, text);
    expect(openTally(path, v.number(), "a build").found).toEqual([]);
  }
});

test("a build is told by what is in it", () => {
  const path = file();
  openTally(path, v.number()).add(1);
  expect(openTally(path, v.number()).found).toEqual([1]);
});
