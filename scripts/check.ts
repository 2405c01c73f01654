// Everything that has to hold, in the order in which a failure is cheapest to find. Behind `npm test`.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

interface Check {
  readonly name: string;
  readonly command: string;
}

const checks: readonly Check[] = [
  { name: "lint", command: "turbo run //#lint" },
  { name: "boundaries between packages", command: "turbo boundaries" },
  { name: "unused code and dependencies", command: "knip" },
  {
    name: "what published code depends on",
    command: 'knip --production --strict --include unlisted --workspace "./packages/*"',
  },
  { name: "build and types", command: "turbo run build typecheck" },
  { name: "unit tests", command: "turbo run test" },
  { name: "tests inside a real VS Code", command: "turbo run test:host" },
  { name: "the form in a browser", command: "turbo run test:webview" },
  { name: "a whole VS Code, driven by mouse and keyboard", command: "turbo run test:browser" },
  { name: "the packages and their sizes", command: "turbo run package" },
];

const { packageManager } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/** Runs a check in sight, and gives what it printed. */
async function run({ command }: Check): Promise<{ passed: boolean; printed: string }> {
  const colours = process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
  const child = spawn(command, {
    shell: true,
    stdio: ["inherit", "pipe", "pipe"],
    env: { ...process.env, ...colours },
  });
  const printed: Buffer[] = [];
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    from.on("data", (chunk: Buffer) => {
      printed.push(chunk);
      to.write(chunk);
    });
  }
  const [code] = await once(child, "close");
  return { passed: code === 0, printed: Buffer.concat(printed).toString() };
}

const failed: (Check & { printed: string })[] = [];
for (const check of checks) {
  console.log(`\n── ${check.name}: ${check.command}`);
  const { passed, printed } = await run(check);
  if (!passed) failed.push({ ...check, printed });
}

// The reason again, at the end: a log is long, and often only its end is kept.
const linesRepeated = 100;
for (const { name, command, printed } of failed) {
  console.error(`\n── the last of what "${name}" printed`);
  console.error(printed.trimEnd().split("\n").slice(-linesRepeated).join("\n"));
  console.error(`\nFailed: ${name}. To run it alone: npx ${packageManager} exec ${command}`);
}
console.log(`\nchecks: ${checks.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;
