import { defineConfig } from "vitest/config";

const conditions = ["@raze-contacts/source"];
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: { include: ["test/unit/**/*.test.ts"], testTimeout: 120_000 },
});
