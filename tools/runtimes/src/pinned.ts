import { execFile } from "node:child_process";
import { copyFile, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const pathTo = (file: string) => fileURLToPath(new URL(`../pinned/${file}`, import.meta.url));
const lock = pathTo("package-lock.json");
const stamp = pathTo("node_modules/installed.json");

/** Runs npm in a folder. No script of any package runs. */
export async function npm(folder: string, ...words: string[]): Promise<void> {
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--no-update-notifier"];
  const windows = process.platform === "win32";
  await run(windows ? "npm.cmd" : "npm", [...words, ...options], { cwd: folder, shell: windows });
}

/** Brings the runtimes that the lock file names, unless they are here. */
export async function bringRuntimes(): Promise<void> {
  const [wanted, installed] = await Promise.all([readFile(lock, "utf8"), readFile(stamp, "utf8").catch(() => "")]);
  if (installed === wanted) return;
  console.log("Bringing Node 20, 22 and 24 and workerd from the npm registry (once) …");
  await npm(pathTo("."), "ci", "--no-bin-links");
  await copyFile(lock, stamp);
}

/** The executable of a line of Node. */
export const nodeProgram = (line: number): string =>
  pathTo(`node_modules/node-${line}-${process.platform}-${process.arch}/bin/node`);

/** The executable of workerd, as its package knows it. */
export const workerdProgram = (): string => createRequire(pathTo("package.json"))("workerd").default;
