// Mutates the package in whose folder it is run; the runner is that package's dependency.
import path from "node:path";

export default {
  plugins: [path.resolve("node_modules/@stryker-mutator/vitest-runner/dist/src/index.js")],
  testRunner: "vitest",
  vitest: { configFile: "vitest.mutation.ts" },
  mutate: ["src/**/*.ts"],
  // Stryker rewrites a tsconfig.json with an API that TypeScript 7 does not have; the tests need none.
  ignorePatterns: ["dist", "tsconfig*.json"],
  coverageAnalysis: "perTest",
  concurrency: 2,
  // Long, for a mutant that is only slow on a busy machine must not count as killed.
  timeoutMS: 60_000,
  thresholds: { high: 95, low: 85, break: 85 },
  reporters: ["clear-text", "progress", "html", "json"],
};
