import { once } from "node:events";
import { mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { makeRunFolder, repositoryFolder } from "../src/folder.ts";
import { HostError, installHost } from "../src/index.ts";

let folder: string;

beforeEach(async () => {
  folder = await makeRunFolder(repositoryFolder);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

it("begins an interrupted installation again, once for all who ask, and never a finished one", async () => {
  const remains = path.join(folder, "server", "out", "half-written.js");
  await mkdir(path.dirname(remains), { recursive: true });
  await mkdir(path.join(folder, "server.partial", "carrier"), { recursive: true });
  await writeFile(remains, "");
  await writeFile(path.join(folder, "server.lock"), "999999999");
  const lines: string[] = [];
  const log = (line: string) => void lines.push(line);
  const hosts = await Promise.all([installHost({ folder, log }), installHost({ folder, log })]);
  expect(hosts[0]).toEqual(hosts[1]);
  expect(lines.filter((line) => /^Bringing .*: \d+ s$/.test(line))).toHaveLength(1);
  expect(await readdir(folder)).toEqual(["server"]);
  await expect(stat(remains)).rejects.toThrow();

  const before = await stat(path.join(folder, "server"));
  lines.length = 0;
  expect(await installHost({ folder, log })).toEqual(hosts[0]);
  expect(lines).toEqual([]);
  expect(await stat(path.join(folder, "server"))).toEqual(before);
});

it("says in one sentence that the registry is out of reach, and leaves nothing that looks finished", async () => {
  vi.stubEnv("npm_config_registry", "http://127.0.0.1:9/");
  vi.stubEnv("npm_config_cache", path.join(folder, "cache"));
  const failure = await installHost({ folder, log: () => {} }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(HostError);
  expect(String(failure)).toContain("The npm registry could not be reached; check the network or npm's proxy settings");
  expect(await readdir(folder)).not.toContain("server");
  expect(await readdir(folder)).not.toContain("server.lock");
});

it("says of an installation that a signal ended that it was interrupted, and not that npm failed", async () => {
  const silent = createServer();
  const asked = once(silent, "connection");
  await once(silent.listen(0, "127.0.0.1"), "listening");
  const { port } = silent.address() as AddressInfo; // a server that listens on a port has an address object
  vi.stubEnv("npm_config_registry", `http://127.0.0.1:${port}/`);
  vi.stubEnv("npm_config_cache", path.join(folder, "cache"));
  const keepRunning = () => {};
  process.on("SIGINT", keepRunning);
  try {
    const installation = installHost({ folder, log: () => {} }).catch((error: unknown) => error);
    await asked;
    process.emit("SIGINT", "SIGINT");
    expect(String(await installation)).toContain("The installation was interrupted; run the command again");
  } finally {
    process.off("SIGINT", keepRunning);
    silent.close();
  }
});
