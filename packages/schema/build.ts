// One file with zod in it: its modules as they are take five times as long to import (bench/README.md).
import { copyFile, rm } from "node:fs/promises";
import { build } from "esbuild";

await rm("dist", { recursive: true, force: true });
await build({
  entryPoints: ["src/index.ts"],
  outfile: "dist/index.js",
  bundle: true,
  format: "esm",
  platform: "neutral",
  mainFields: ["module", "main"],
  target: "es2022",
  legalComments: "inline",
  logLevel: "warning",
});
// Whose code is handed on asks for its licence to go with it.
await copyFile(new URL("LICENSE", import.meta.resolve("zod/package.json")), "dist/zod.LICENSE");
