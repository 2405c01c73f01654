import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Product } from "./product.ts";

/** The names of the files that hold a text, among all that this VS Code and its browser have written. */
export async function filesHolding({ window }: Product, text: string): Promise<string[]> {
  const home = path.dirname(path.dirname(path.dirname(path.dirname(window.server.settingsFile))));
  const files = await readdir(home, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  // In the folder of extensions is a link to this very folder, tests and all.
  for (const file of files.filter((entry) => entry.isFile() && !/[\\/]extensions[\\/]/.test(entry.parentPath))) {
    const content = await readFile(path.join(file.parentPath, file.name)).catch(() => Buffer.alloc(0));
    if (content.includes(text) || content.includes(Buffer.from(text, "utf16le"))) found.push(file.name);
  }
  return found;
}
