import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/longest-first.ts";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Property tests and a real server share the machine with whatever else runs; nothing is asserted on time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What a person keeps between runs is not for tests, and theirs not for the person.
    env: { BYLAW_CACHE: "" },
    pool: "forks",
    // Modules keep nothing of a run but what is equal for all, so that files share them, and with them the loaded policies.
    isolate: false,
    // One more than there are processors: files that wait for the app's pace or a browser leave theirs to another.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    coverage: {
      include: ["src/**"],
      exclude: ["src/**/generated/**"],
      reporter: ["text-summary", "json-summary"],
    },
  },
});
