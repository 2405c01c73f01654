import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** The contents of the files in which a VS Code server has put by what is not saved. */
export async function storedBackups(data: string): Promise<string[]> {
  const root = path.join(data, "data", "User", "Backups");
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith(".json"));
  return await Promise.all(files.map((file) => readFile(path.join(file.parentPath, file.name), "utf8")));
}
