import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { explain } from "../src/npm.ts";
import { addressOf } from "../src/server-address.ts";
import { changeSettings, startSettings } from "../src/settings.ts";
import { shellQuote } from "../src/shell-quote.ts";
import { parseShimArguments } from "../src/shim-arguments.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vscode-host-test-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe("npm's complaints", () => {
  it.each(["ENOTFOUND", "ECONNREFUSED", "ETIMEDOUT", "EAI_AGAIN"])("about %s are about the network", (code) => {
    expect(explain(`npm error code ${code}\nnpm error network request failed`)).toMatch(/^The npm registry could not/);
  });

  it("about anything else are passed on in one sentence", () => {
    expect(explain("npm error code ENOSPC\nnpm error nospc There is no room on the disk\n")).toBe(
      "npm could not bring the pinned packages (nospc There is no room on the disk); mend that and run the command again.",
    );
  });
});

it("keeps a person's settings, and changes only what it is told to", async () => {
  const file = path.join(folder, "User", "settings.json");
  const read = async (): Promise<unknown> => JSON.parse(await readFile(file, "utf8"));
  await startSettings(file, { "editor.tabSize": 3 });
  await startSettings(file, { "editor.tabSize": 4 });
  expect(await read()).toMatchObject({ "editor.tabSize": 3, "telemetry.telemetryLevel": "off" });
  await changeSettings(file, { "editor.tabSize": 5 });
  expect(await read()).toMatchObject({ "editor.tabSize": 5, "telemetry.telemetryLevel": "off" });
});

it("writes addresses that VS Code reads back as they were meant", () => {
  const options = {
    port: 81,
    token: "t",
    workspace: "/a b/ü+",
    extension: "/e x",
    tests: "/t.js",
    mode: "development",
  } as const;
  const { searchParams } = new URL(addressOf(options));
  expect(searchParams.get("folder")).toBe("/a b/ü+");
  expect(JSON.parse(searchParams.get("payload") ?? "")).toEqual([
    ["extensionDevelopmentPath", "vscode-remote://127.0.0.1:81/e%20x"],
    ["extensionTestsPath", "vscode-remote://127.0.0.1:81/t.js"],
  ]);
  expect(addressOf({ port: 81, token: "t", extension: "/e", mode: "installed" })).toBe(
    "http://127.0.0.1:81/?tkn=t&ew=true",
  );
  const virtual = addressOf({ port: 81, token: "t", extension: "/e", workspace: "tmp:/" });
  expect(new URL(virtual).searchParams.get("folder")).toBe("tmp:/");
});

it("reads the arguments of a test run", () => {
  expect(
    parseShimArguments([
      "/work space",
      "--user-data-dir=/data",
      "--no-sandbox",
      "--extensionTestsPath=/tests/index.js",
      "--extensionDevelopmentPath=/extension",
    ]),
  ).toEqual({ extension: "/extension", tests: "/tests/index.js", data: "/data", workspace: "/work space" });
  expect(() => parseShimArguments([])).toThrow("--extensionDevelopmentPath=");
});

it("quotes words for a shell", () => {
  expect(shellQuote("it's")).toBe("'it'\\''s'");
});
