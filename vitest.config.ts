import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Property tests and a real server share the machine with whatever else runs; nothing is asserted on time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What a person keeps between runs is not for tests, and theirs not for the person.
    env: { BYLAW_CACHE: "" },
    pool: "forks",
    // Modules keep nothing of a run but what is equal for all, so that files share them, and with them the loaded policies.
    isolate: false,
    // Also on two processors, where the default is one.
    maxWorkers: "100%",
    coverage: {
      include: ["src/**"],
      exclude: ["src/**/generated/**"],
      reporter: ["text-summary", "json-summary"],
    },
  },
});
