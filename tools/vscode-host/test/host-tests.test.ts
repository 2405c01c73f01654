import { rm, stat } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { repositoryFolder } from "../src/folder.ts";
import { type HostTestOptions, runHostTests } from "../src/index.ts";
import { extension, workspace } from "./paths.ts";

async function run(name: string, more: Partial<HostTestOptions> = {}): Promise<string[]> {
  const lines: string[] = [];
  const tests = path.join(extension, "tests", `${name}.cjs`);
  await runHostTests({ extension, tests, workspace, log: (line) => void lines.push(line), ...more });
  return lines;
}

it("runs tests inside VS Code, and says which", async () => {
  const lines = await run("passing", { environment: { PROBE: "passed on" }, settings: { "editor.tabSize": 3 } });
  expect(lines).toContainEqual(expect.stringMatching(/^Running the tests in VS Code \d+\.\d+\.\d+ \(.+\)\.$/));
});

it("reports a failing test as a failure", async () => {
  await expect(run("failing")).rejects.toThrow("failed");
});

it("gives up on a test that never ends, and leaves a picture", async () => {
  const picture = path.join(repositoryFolder, "host-tests-timed-out.png");
  await rm(picture, { force: true });
  await expect(run("endless", { timeout: 30_000 })).rejects.toThrow("failed");
  expect((await stat(picture)).size).toBeGreaterThan(0);
});
