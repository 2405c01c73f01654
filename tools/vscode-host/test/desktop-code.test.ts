import { chmod, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { findDesktopCode, isNewEnough } from "../src/desktop-code.ts";

let folder: string;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(path.join(tmpdir(), "vscode-host-test-")));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** Makes a `code` that says its version, but not to whoever calls it with what a VS Code around us has set. */
async function placeCode(...places: string[]): Promise<string> {
  const program = path.join(folder, ...places, "code");
  await mkdir(path.dirname(program), { recursive: true });
  await writeFile(program, '#!/bin/sh\n[ -z "$VSCODE_PID$ELECTRON_RUN_AS_NODE$NODE_OPTIONS" ] && echo 1.120.0\n');
  await chmod(program, 0o755);
  return program;
}

it.each([
  ["1.100.0", "^1.100.0", true],
  ["1.139.1", "^1.100.0", true],
  ["1.99.3", "^1.100.0", false],
  ["2.0.0", "^1.100.0", false],
  ["1.101.0-insider", "^1.100.2", true],
  ["", "^1.100.0", false],
])("a desktop VS Code of version %s serves an extension for %s: %s", (version, engine, serves) => {
  expect(isNewEnough(version, engine)).toBe(serves);
});

it("finds the desktop's VS Code where it can show a window and is new enough, and nothing else", async () => {
  const program = await placeCode();
  const shown = { PATH: folder, DISPLAY: ":0" };
  expect(await findDesktopCode("^1.100.0", shown)).toEqual({ program, version: "1.120.0" });
  expect(await findDesktopCode("^1.121.0", shown)).toBeUndefined();
  expect(await findDesktopCode("^1.100.0", { ...shown, PATH: path.join(folder, "nowhere") })).toBeUndefined();
  if (process.platform === "linux") expect(await findDesktopCode("^1.100.0", { PATH: folder })).toBeUndefined();
});

it("takes no helper of a remote window for it", async () => {
  await placeCode();
  const remote = path.dirname(await placeCode(".vscode-server", "bin", "remote-cli"));
  expect(await findDesktopCode("^1.0.0", { PATH: folder, DISPLAY: ":0", VSCODE_IPC_HOOK_CLI: "/s" })).toBeUndefined();
  expect(await findDesktopCode("^1.0.0", { PATH: remote, DISPLAY: ":0" })).toBeUndefined();
});

it("hands on nothing of a VS Code around us", async () => {
  await placeCode();
  const inside = { PATH: folder, DISPLAY: ":0", VSCODE_PID: "1", ELECTRON_RUN_AS_NODE: "1", NODE_OPTIONS: "--inspect" };
  expect(await findDesktopCode("^1.0.0", inside)).toMatchObject({ version: "1.120.0" });
});
