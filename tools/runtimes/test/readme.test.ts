import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { expect, inject, test } from "vitest";

const repository = new URL("../../../", import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, repository), "utf8");

type Manifest = {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
};

test.each(["README.md", "packages/core/README.md", "docs/contributing.md"])(
  "%s names the pnpm that is pinned",
  (file) => {
    const { packageManager } = JSON.parse(read("package.json"));
    expect(new Set(read(file).match(/pnpm@[\w.]+/g))).toEqual(new Set([packageManager]));
  },
);

test("core's README names the versions that are pinned for Linux on x64", () => {
  const pinned: Manifest = JSON.parse(read("tools/runtimes/pinned/package.json"));
  const ours: Manifest = JSON.parse(read("package.json"));
  const browser: Manifest = JSON.parse(read("tools/vscode-host/locks/chromium/package.json"));
  const nodes = Object.entries({ ...pinned.optionalDependencies, ...ours.optionalDependencies })
    .filter(([name]) => name.endsWith("linux-x64"))
    .map(([, version]) => version.replace(/^.*@/, ""));
  const [chromium] = browser.dependencies["@sparticuz/chromium"]?.split(".") ?? [];
  const { workerd } = pinned.dependencies;

  const rows = [...read("packages/core/README.md").matchAll(/^\| (Node|workerd|Chromium) +\| ([\d., ]*\d)/gm)];
  expect(rows.map(([, runtime, version]) => [runtime, version])).toEqual([
    ["Node", nodes.join(", ")],
    ["workerd", workerd],
    ["Chromium", chromium],
  ]);
});

test("the README's example runs with the packages as they are installed", () => {
  const [, example = ""] = /^```ts\n(.*?)^```$/ms.exec(read("README.md")) ?? [];
  const cwd = inject("project");
  const given = `
    import { createSandbox, sandboxKey } from "@raze-contacts/sandbox";
    Object.assign(globalThis, { fetch: createSandbox().fetch, apiKey: sandboxKey });`;
  writeFileSync(`${cwd}/given.js`, given);
  const program = `import "./given.js"; ${example} console.log(unapplied, result.kind);`;
  const printed = execFileSync(process.execPath, ["--input-type=module"], { cwd, input: program, encoding: "utf8" });
  expect(printed).toBe("[] saved\n");
});
