// Five kinds of tests: plain ones in Node, the room and the Worker in workerd, the promises under faults, whole processes, and
// browsers. In the long run those of the promises that measure are by themselves.
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** What a machine that is busy with other tests may take for what is to come; what is there already takes no longer for it. */
const patient = { poll: { timeout: 15_000 } };
/** What tests of whole servers need, and how long they may take. */
const whole = {
  globalSetup: "test/support/houses.ts",
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: patient,
};
/** What tells in the long run how fast or how large something is: nothing else runs beside it then. */
const measured = ["load", "storm", "memory"].map((name) => `test/faults/${name}.test.ts`);

export default defineConfig(({ mode }) => ({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          // Plain functions, in any order: a process for each file would take longer than the tests.
          isolate: false,
          maxWorkers: 2,
          testTimeout: 20_000,
          expect: patient,
          include: [
            "test/*.test.ts",
            "test/bench/**/*.test.ts",
            "test/protocol/**/*.test.ts",
            "test/client/**/*.test.{ts,tsx}",
            "test/terminal/{screen,identity}.test.ts",
          ],
        },
      },
      {
        // The rates have tests of their own, with a clock of their own; here they would only slow everybody down. A room
        // is full early, so that a test can fill one.
        plugins: [
          cloudflareTest({
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: {
                PARLOR_LIMITS: "off",
                PARLOR_ROOM_SOCKETS: "120",
                PARLOR_OPERATOR: "the-secret-of-the-operator",
              },
            },
          }),
        ],
        test: {
          name: "room",
          // Each test has rooms of its own: a workerd for each file would take longer than most of the tests.
          isolate: false,
          // Many wait for the room's own clock, but not in the long run.
          maxWorkers: mode === "long" ? 2 : 4,
          sequence: { groupOrder: 1 },
          testTimeout: 30_000,
          hookTimeout: 60_000,
          expect: patient,
          // A test inside workerd sees no other part of the environment.
          env: { EVICTION_SEED: process.env.EVICTION_SEED ?? "" },
          include: ["test/room/**/*.test.ts", "test/worker/**/*.test.ts"],
        },
      },
      {
        // What Parlor promises, under faults. `vitest --mode long` takes the sizes of npm run test:long.
        test: {
          ...whole,
          name: "faults",
          include: ["test/faults/**/*.test.ts"],
          // In real time the first takes two minutes; by the room's own clock it is in test/room/rate.test.ts.
          exclude: mode === "long" ? measured : ["test/faults/dead-peer.test.ts", "test/faults/memory.test.ts"],
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        test: {
          ...whole,
          name: "measured",
          include: mode === "long" ? measured : [],
          maxWorkers: 1,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...whole,
          name: "serve",
          include: ["test/serve/**/*.test.ts", "test/library/**/*.test.ts", "test/terminal/chat.test.ts"],
          isolate: false,
          // They wait for pushes and webhooks that are tried again, and for servers that start.
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...whole,
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          // Files share servers and browsers with those before them in the same process: two such processes fit a machine with two
          // cores, if they may take their time.
          isolate: false,
          maxWorkers: 2,
        },
      },
    ],
  },
}));
