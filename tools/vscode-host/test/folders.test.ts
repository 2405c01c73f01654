import { mkdir, mkdtemp, readdir, readlink, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { linkExtension } from "../src/extension-manifest.ts";
import { makeRunFolder } from "../src/folder.ts";
import { makeSocketFolder } from "../src/socket-folder.ts";
import { extension } from "./paths.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vscode-host-test-"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

it("a new run's folder sweeps away those of processes that are gone, and no other", async () => {
  const [dead, alive] = ["999999999-a", `${process.pid}-a`];
  for (const run of [dead, alive]) await mkdir(path.join(folder, "runs", run), { recursive: true });
  const own = await makeRunFolder(folder);
  expect((await readdir(path.join(folder, "runs"))).toSorted()).toEqual([alive, path.basename(own)].toSorted());
});

it("an extension is linked in place of its other versions, beside those of others", async () => {
  await symlink(extension, path.join(folder, "vscode-host.probe-0.0.1"), "junction");
  await mkdir(path.join(folder, "someone.else-1.0.0"));
  await writeFile(path.join(folder, "extensions.json"), "[]");
  await linkExtension(extension, folder);
  expect((await readdir(folder)).toSorted()).toEqual(["someone.else-1.0.0", "vscode-host.probe-1.0.0"]);
  expect(path.resolve(await readlink(path.join(folder, "vscode-host.probe-1.0.0")))).toBe(path.resolve(extension));
});

it("sockets lie in the system's temporary folder where their path would be too long with the data", async () => {
  const sockets = await makeSocketFolder(path.join(folder, "x".repeat(60)));
  expect(path.dirname(sockets)).toBe(tmpdir());
  await rm(sockets, { recursive: true });
});
