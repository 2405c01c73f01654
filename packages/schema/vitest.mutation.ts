import { configDefaults, defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config.ts";

export default mergeConfig(
  base,
  defineConfig({
    test: {
      // Left out: what runs Node or an independent validator anew for each mutant, and what looks at the written file.
      exclude: [...configDefaults.exclude, "test/{examples,openapi-export,openapi-validator}.test.ts"],
    },
  }),
);
