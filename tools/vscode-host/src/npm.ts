import { spawn } from "node:child_process";
import { copyFile, mkdir } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { closeOnSignal } from "./cleanup.ts";
import { HostError } from "./host-error.ts";

const outOfReach =
  /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|E50[0234])\b/;

const options = [
  "--ignore-scripts",
  "--omit=dev",
  "--include=optional",
  "--prefer-offline",
  "--no-audit",
  "--no-fund",
  "--no-progress",
  "--no-update-notifier",
  "--loglevel=error",
  "--fetch-retries=2",
  "--fetch-retry-mintimeout=1000",
  "--fetch-retry-maxtimeout=5000",
];

/** The sets of packages that are pinned by a lock file of their own. */
export type LockName = "code-server" | "vscode" | "chromium";

/** The manifest and the lock file that pin one set of packages. */
export function lockFiles(name: LockName): string[] {
  return ["package.json", "package-lock.json"].map((file) =>
    fileURLToPath(new URL(`../locks/${name}/${file}`, import.meta.url)),
  );
}

/** Installs one pinned set of packages into a folder. */
export async function installPinned(name: LockName, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(lockFiles(name).map((file) => copyFile(file, path.join(folder, path.basename(file)))));
  const windows = process.platform === "win32";
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const child = spawn(windows ? "npm.cmd" : "npm", ["ci", ...options], {
    cwd: folder,
    env: environment,
    shell: windows,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let interrupted = false;
  const release = closeOnSignal(async () => {
    interrupted = true;
    // npm may take a milder signal for a wish, and wait for the registry. What is half installed is begun anew.
    child.kill("SIGKILL");
  });
  try {
    const [status, complaint] = await Promise.all([
      new Promise<number | null>((resolve, reject) => child.once("error", reject).once("close", resolve)),
      text(child.stderr),
    ]);
    if (interrupted) throw new HostError("The installation was interrupted; run the command again to begin it anew.");
    if (status !== 0) throw new HostError(explain(complaint));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      throw new HostError("npm was not found; install it beside Node and run the command again.");
    throw error;
  } finally {
    release();
  }
}

/** Turns npm's complaint into one sentence. */
export function explain(complaint: string): string {
  if (outOfReach.test(complaint))
    return "The npm registry could not be reached; check the network or npm's proxy settings and run the command again.";
  const lines = complaint.split("\n").map((line) => line.replace(/^npm (error|ERR!) ?/, "").trim());
  const first = lines.filter((line) => line !== "" && !line.startsWith("code ")).at(0);
  return `npm could not bring the pinned packages (${first ?? "it gave no reason"}); mend that and run the command again.`;
}
