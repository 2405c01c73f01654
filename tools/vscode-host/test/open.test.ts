import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it, onTestFinished } from "vitest";
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
  // It would keep what it has opened, and a run that failed would wait for it.
  onTestFinished(() => void child.kill("SIGKILL"));
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

/** The environment of somebody with a display, and with these programs before all others. */
async function withPrograms(scripts: Readonly<Record<string, string>>): Promise<NodeJS.ProcessEnv> {
  const programs = await mkdtemp(path.join(data, "bin-"));
  for (const [name, script] of Object.entries(scripts)) {
    const program = path.join(programs, name);
    await writeFile(program, `#!/bin/sh\n${script}\n`);
    await chmod(program, 0o755);
  }
  const { VSCODE_IPC_HOOK_CLI: _, PATH: found = "", ...local } = process.env;
  return { ...local, PATH: `${programs}${path.delimiter}${found}`, DISPLAY: ":99" };
}

const desktop = (then: string) => `[ "$1" = --version ] && echo 1.120.0 && exit\n${then}`;

it("prefers a desktop VS Code that is new enough, and ends what that has started", async () => {
  const pidFile = path.join(data, "desktop", "code.lock");
  const code = desktop(`setsid sleep 600 &\necho $! > '${pidFile}'\nwait`);
  const { child, said } = await start(await withPrograms({ code }));
  expect(said).toEqual({ kind: "desktop", version: "1.120.0" });
  await expect.poll(() => readFile(pidFile, "utf8").catch(() => "")).not.toBe("");
  const main = Number(await readFile(pidFile, "utf8"));
  expect(isAlive(main)).toBe(true);
  child.kill("SIGINT");
  await once(child, "exit");
  expect(isAlive(main)).toBe(false);
});

it("leaves a process alone that has got the id of a desktop VS Code that was killed", async () => {
  const bystander = spawn("sleep", ["600"]);
  try {
    await mkdir(path.join(data, "desktop"));
    await writeFile(path.join(data, "desktop", "code.lock"), String(bystander.pid));
    const { child } = await start(await withPrograms({ code: desktop("sleep 600") }));
    child.kill("SIGINT");
    await once(child, "exit");
    expect([bystander.exitCode, bystander.signalCode]).toEqual([null, null]);
  } finally {
    bystander.kill();
  }
});

it("without a desktop VS Code, has the person's browser show the one from the registry", async () => {
  const asked = path.join(data, "asked");
  const browse = `echo "$1" > '${asked}'`;
  const environment = await withPrograms({ "xdg-open": browse, open: browse });
  // In a remote window's terminal no `code` counts, so that one on this machine does not either.
  const { child, said } = await start({ ...environment, VSCODE_IPC_HOOK_CLI: "/run/vscode.sock" });
  expect(said).toMatchObject({ kind: "browser" });
  const address = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/\?tkn=\w+&/);
  await expect.poll(() => readFile(asked, "utf8").catch(() => "")).toEqual(address);
  child.kill("SIGINT");
  await once(child, "exit");
});
