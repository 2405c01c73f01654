import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { closeOnSignal } from "./cleanup.ts";
import { type DesktopCode, desktopEnvironment } from "./desktop-code.ts";
import type { DesktopWindow, OpenOptions } from "./open.ts";
import { poll } from "./poll.ts";
import { endGroup, isAlive } from "./processes.ts";
import { startSettings } from "./settings.ts";

/** Opens a window of a desktop VS Code that shares nothing with the person's own. */
export async function openDesktopWindow(desktop: DesktopCode, options: OpenOptions): Promise<DesktopWindow> {
  const data = path.resolve(options.data, "desktop");
  const windows = process.platform === "win32";
  // Left by a VS Code that was killed, it would name a process that may be anyone's by now.
  await rm(lockFile(data), { force: true });
  await startSettings(path.join(data, "User", "settings.json"), options.settings);
  const args = [
    "--wait",
    "--new-window",
    `--user-data-dir=${data}`,
    `--extensions-dir=${path.join(data, "extensions")}`,
    `--extensionDevelopmentPath=${path.resolve(options.extension)}`,
    "--disable-workspace-trust",
    "--skip-welcome",
    "--skip-release-notes",
    "--disable-updates",
    path.resolve(options.workspace),
  ];
  const quote = (text: string) => (windows ? `"${text}"` : text);
  const child = spawn(quote(desktop.program), args.map(quote), {
    detached: !windows,
    env: { ...desktopEnvironment(), ...options.environment },
    shell: windows,
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()).once("error", () => resolve()));
  const close = async () => {
    release();
    await endMain(data);
    if (child.pid !== undefined) await endGroup(child.pid);
    await ended;
  };
  const release = closeOnSignal(close);
  return { kind: "desktop", version: desktop.version, closed: ended.finally(release), close };
}

/** The `code` program hands over to a main process outside its group, whose id is in a file of the data folder. */
async function endMain(data: string): Promise<void> {
  const pid = Number(await readFile(lockFile(data), "utf8").catch(() => ""));
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return;
  process.kill(pid, "SIGTERM");
  if (!(await poll(() => !isAlive(pid), 5000))) process.kill(pid, "SIGKILL");
}

function lockFile(data: string): string {
  return path.join(data, "code.lock");
}
