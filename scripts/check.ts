// Everything that has to hold, in the order in which a failure is cheapest to find. Behind `npm test`.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const checks: readonly { name: string; command: string }[] = [
  { name: "lint", command: "turbo run //#lint" },
  { name: "boundaries between packages", command: "turbo boundaries" },
  { name: "unused code and dependencies", command: "knip" },
  { name: "build and types", command: "turbo run build typecheck" },
  { name: "unit tests", command: "turbo run test" },
  { name: "tests inside a real VS Code", command: "turbo run test:host" },
  { name: "the form in a browser", command: "turbo run test:webview" },
  { name: "a whole VS Code, driven by mouse and keyboard", command: "turbo run test:browser" },
  { name: "the package and its sizes", command: "turbo run package" },
];

const { packageManager } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

const failed: (typeof checks)[number][] = [];
for (const check of checks) {
  console.log(`\n── ${check.name}: ${check.command}`);
  const { status } = spawnSync(check.command, { shell: true, stdio: "inherit" });
  if (status !== 0) failed.push(check);
}

for (const { name, command } of failed) {
  console.error(`\nFailed: ${name}. To run it alone: npx ${packageManager} exec ${command}`);
}
console.log(`\nchecks: ${checks.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
