import { spawnSync } from "node:child_process";
import { poll } from "./poll.ts";

/** Whether a process with this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Ends a process and everything in its process group: asks first, then insists. */
export async function endGroup(pid: number, patience = 3000): Promise<void> {
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore" });
    return;
  }
  signalGroup(pid, "SIGTERM");
  const gone = await poll(() => !signalGroup(pid, 0), patience);
  if (!gone) signalGroup(pid, "SIGKILL");
}

function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}
