// Bundles the host tests and runs them inside a real VS Code: in its Node extension host, then in the browser's.
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { runHostTests, type Settings } from "@raze-contacts/vscode-host";
import { type BuildOptions, build } from "esbuild";

const inApp = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const hosts: Record<string, { options: BuildOptions; settings?: Settings }> = {
  node: { options: { platform: "node", target: "node22", external: ["vscode", "mocha"] } },
  web: {
    options: {
      platform: "browser",
      target: "es2023",
      external: ["vscode"],
      alias: {
        "@raze-contacts/sandbox/node": inApp("test/host/web/listen.ts"),
        mocha: inApp("test/host/web/mocha.ts"),
        "mocha/mocha.js": inApp("node_modules/mocha/mocha.js"),
        "node:assert/strict": inApp("test/host/web/assert.ts"),
      },
    },
    settings: { "remote.extensionKind": { "raze-contacts.raze-contacts": ["web"] } },
  },
};

const workspace = inApp(".test/workspace");
await mkdir(workspace, { recursive: true });

for (const [name, { options, settings }] of Object.entries(hosts)) {
  const tests = inApp(`.test/host/${name}.cjs`);
  await build({
    ...options,
    entryPoints: [inApp("test/host/index.ts")],
    outfile: tests,
    bundle: true,
    format: "cjs",
    conditions: ["@raze-contacts/source"],
    mainFields: ["module", "main"],
    sourcemap: "inline",
    logLevel: "warning",
  });
  console.log(`\nThe extension host of ${name === "web" ? "the browser" : "Node"}`);
  try {
    await runHostTests({ extension: inApp("."), tests, workspace, settings });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
