import { createHash } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";

const name = "installed.txt";

/** One hash over the contents of files and over further words that decide what an installation looks like. */
export async function fingerprint(files: string[], words: string[] = []): Promise<string> {
  const hash = createHash("sha256");
  for (const file of files) hash.update(await readFile(file));
  return hash.update(JSON.stringify(words)).digest("hex");
}

/** Whether the folder holds a finished installation with this fingerprint. */
export async function isInstalled(folder: string, expected: string): Promise<boolean> {
  const found = await readFile(path.join(folder, name), "utf8").catch(() => "");
  return found === expected;
}

/** Declares an installation finished; to be called last. */
export async function stampInstalled(folder: string, value: string): Promise<void> {
  const file = path.join(folder, name);
  await writeFile(`${file}.new`, value);
  await rename(`${file}.new`, file);
}
