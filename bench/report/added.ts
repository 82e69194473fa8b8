// Results of some cases put in the place of older ones, so that one case can be measured again without all the others.
import type { Results } from "./results.ts";
import { withScreen } from "./screen.ts";

/** The older results with the newer ones' cases. They must be of the same machine, versions and servers. */
export function added(older: Results, newer: Results): Results {
  const same = (of: (results: Results) => unknown) => JSON.stringify(of(older)) === JSON.stringify(of(newer));
  if (!same(({ machine, versions, servers }) => [machine, versions, servers])) {
    throw new Error("the older results are of another machine, other versions or other servers: measure all cases");
  }
  const again = new Set(newer.cases.map(({ name }) => name));
  return {
    ...withScreen(newer, older.screen),
    rounds: Math.min(older.rounds, newer.rounds),
    faults: older.faults + newer.faults,
    cases: older.cases.map((one) => newer.cases.find(({ name }) => name === one.name) ?? one),
    runs: [...older.runs.filter((run) => !again.has(run.case)), ...newer.runs],
  };
}
