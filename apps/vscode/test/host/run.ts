// Bundles the host tests and runs them inside a real VS Code.
import { fileURLToPath } from "node:url";
import { runHostTests } from "@raze-contacts/vscode-host";
import { build } from "esbuild";

const inApp = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

await build({
  entryPoints: [inApp("test/host/index.ts")],
  outfile: inApp(".test/host/index.cjs"),
  bundle: true,
  platform: "node",
  format: "cjs",
  target: "node22",
  conditions: ["@raze-contacts/source"],
  mainFields: ["module", "main"],
  external: ["vscode", "mocha"],
  sourcemap: "inline",
  logLevel: "warning",
});

try {
  await runHostTests({
    extension: inApp("."),
    tests: inApp(".test/host/index.cjs"),
    workspace: inApp("test/workspace"),
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
