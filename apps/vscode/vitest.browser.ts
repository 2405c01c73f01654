import { defineConfig } from "vitest/config";

const conditions = ["@raze-contacts/source"];
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["test/browser/**/*.test.ts"],
    // Each file has a VS Code of its own, and two cores carry one at a time.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
