import { mkdir, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's own ignored folder for everything that is installed or left behind here. */
export const repositoryFolder = fileURLToPath(new URL("../../../.vscode-test", import.meta.url));

/** Makes a fresh folder for one run, inside the folder everything else is in. */
export async function makeRunFolder(folder: string): Promise<string> {
  const runs = path.join(folder, "runs");
  await mkdir(runs, { recursive: true });
  await sweep(runs);
  return await mkdtemp(path.join(runs, "run-"));
}

/** Removes what runs that were killed a day ago or more have left behind. */
async function sweep(runs: string): Promise<void> {
  for (const entry of await readdir(runs)) {
    const run = path.join(runs, entry);
    const changed = await stat(run).catch(() => undefined);
    if (changed !== undefined && Date.now() - changed.mtimeMs > 86_400_000)
      await rm(run, { recursive: true, force: true });
  }
}
