import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeRunFolder, repositoryFolder } from "../src/folder.ts";
import { installHost } from "../src/index.ts";
import { isAlive } from "../src/processes.ts";

const script = fileURLToPath(new URL("opener.ts", import.meta.url));
let data: string;

beforeEach(async () => {
  await installHost();
  data = await makeRunFolder(repositoryFolder);
});
afterEach(async () => {
  await rm(data, { recursive: true, force: true, maxRetries: 5 });
});

async function start(environment: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; said: unknown }> {
  const child = spawn(process.execPath, [script, data], { env: environment, stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(child.stdout, "data");
  return { child, said: JSON.parse(String(line)) };
}

/** The ids of all processes that have the data folder in their command line. */
function processesOf(folder: string): number[] {
  const lines = execFileSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" }).split("\n");
  return lines
    .filter((line) => line.includes(folder) && !line.includes("ps -eo"))
    .map((line) => Number.parseInt(line, 10));
}

it.each(["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"] as const)("leaves no process alive after %s", async (signal) => {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...headless } = process.env;
  const { child, said } = await start(headless);
  expect(said).toEqual({ kind: "browser", version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
  expect(processesOf(data).length).toBeGreaterThan(1);
  child.kill(signal);
  await once(child, "exit");
  await expect.poll(() => processesOf(data)).toEqual([]);
});

it("prefers a desktop VS Code that is new enough, and ends what that has started", async () => {
  const programs = await mkdtemp(path.join(data, "bin-"));
  const code = path.join(programs, "code");
  const pidFile = path.join(data, "desktop", "code.lock");
  await writeFile(
    code,
    `#!/bin/sh
[ "$1" = --version ] && echo 1.120.0 && exit
setsid sleep 600 &
echo $! > '${pidFile}'
wait
`,
  );
  await chmod(code, 0o755);
  const { VSCODE_IPC_HOOK_CLI: _, PATH: found = "", ...local } = process.env;
  const PATH = `${programs}${path.delimiter}${found}`;
  const { child, said } = await start({ ...local, PATH, DISPLAY: ":99" });
  expect(said).toEqual({ kind: "desktop", version: "1.120.0" });
  await expect.poll(() => readFile(pidFile, "utf8").catch(() => "")).not.toBe("");
  const main = Number(await readFile(pidFile, "utf8"));
  expect(isAlive(main)).toBe(true);
  child.kill("SIGINT");
  await once(child, "exit");
  expect(isAlive(main)).toBe(false);
});
