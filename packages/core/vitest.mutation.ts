import { configDefaults, defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config.ts";

export default mergeConfig(
  base,
  defineConfig({
    test: {
      // Left out: the tables of thousands of cells and the random walks, which take seconds to minutes for each mutant
      // and stand on top of the tests that are left; and what looks at other things than answers (leaks, size, tables,
      // README, types).
      exclude: [
        ...configDefaults.exclude,
        "test/{fault-matrix,races,fuzz,no-lost-edit,leaks,size,tables,readme,types}.test.ts",
      ],
      // Many a mutant makes a call wait for ever: its test fails after this, long before Stryker takes it for endless.
      testTimeout: 20_000,
    },
  }),
);
