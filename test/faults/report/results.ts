// What vitest's JSON reporter says of a run: which tests there were, and which of them failed.
import { readFileSync } from "node:fs";
import * as v from "valibot";

const Results = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      message: v.string(),
      assertionResults: v.array(
        v.object({
          title: v.string(),
          fullName: v.string(),
          status: v.string(),
          failureMessages: v.nullish(v.array(v.string()), []),
        }),
      ),
    }),
  ),
});
export type Results = v.InferOutput<typeof Results>;

/** A test that failed, or a whole file that could not be run. */
export interface Failure {
  file: string;
  name: string;
  /** What it said, and where. */
  why: string;
}

/** The results in this file. */
export function readResults(path: string): Results {
  return v.parse(Results, JSON.parse(readFileSync(path, "utf8")));
}

/** What failed in it, by the path from the tests' own folder on. */
export function failuresIn({ testResults }: Results): Failure[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = name.replace(/^.*?\/(?=test\/)/, "");
    const failed = assertionResults.filter((each) => each.status === "failed");
    if (failed.length === 0 && status === "failed") return [{ file, name: "the file itself", why: message }];
    return failed.map(({ fullName, failureMessages }) => ({ file, name: fullName, why: failureMessages.join("\n") }));
  });
}
