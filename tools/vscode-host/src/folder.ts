import { mkdir, mkdtemp } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's own ignored folder for everything that is installed or left behind here. */
export const repositoryFolder = fileURLToPath(new URL("../../../.vscode-test", import.meta.url));

/** Makes a fresh folder for one run, inside the folder everything else is in. */
export async function makeRunFolder(folder: string): Promise<string> {
  const runs = path.join(folder, "runs");
  await mkdir(runs, { recursive: true });
  return await mkdtemp(path.join(runs, "run-"));
}
