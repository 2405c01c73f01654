import { defineConfig } from "vitest/config";

const conditions = ["@raze-contacts/source"];
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ["test/webview/**/*.test.ts"],
    // Each file drives a browser of its own.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 15_000 } },
  },
});
