import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { isAlive } from "./processes.ts";

/** The repository's own ignored folder for everything that is installed or left behind here. */
export const repositoryFolder = fileURLToPath(new URL("../../../.vscode-test", import.meta.url));

/** Makes a fresh folder for one run of this process, inside the folder everything else is in. */
export async function makeRunFolder(folder: string): Promise<string> {
  const runs = path.join(folder, "runs");
  await mkdir(runs, { recursive: true });
  await sweep(runs);
  return await mkdtemp(path.join(runs, `${process.pid}-`));
}

/** Removes what processes that were killed have left behind. */
async function sweep(runs: string): Promise<void> {
  for (const run of await readdir(runs)) {
    const owner = /^(\d+)-/.exec(run)?.[1];
    if (owner !== undefined && !isAlive(Number(owner)))
      await rm(path.join(runs, run), { recursive: true, force: true, maxRetries: 5 });
  }
}
