import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Product } from "./product.ts";

/** The folder of all that this VS Code and its browser have written. */
const homeOf = ({ window }: Product) => path.resolve(path.dirname(window.server.settingsFile), "../../..");

/** The names of the files that hold a text, among all that this VS Code and its browser have written. */
export async function filesHolding(product: Product, text: string, folder = homeOf(product)): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  // In the folder of extensions is a link to this very folder, tests and all.
  for (const file of files.filter((entry) => entry.isFile() && !/[\\/]extensions[\\/]/.test(entry.parentPath))) {
    const content = await readFile(path.join(file.parentPath, file.name)).catch(() => Buffer.alloc(0));
    if (content.includes(text) || content.includes(Buffer.from(text, "utf16le"))) found.push(file.name);
  }
  return found;
}
