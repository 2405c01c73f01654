import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Product } from "./product.ts";

/** The folder of the bases; there is one once a contact has been opened. */
export async function basesFolder({ window }: Product): Promise<string> {
  const storage = path.join(path.dirname(window.server.settingsFile), "workspaceStorage");
  const found = await readdir(storage, { recursive: true, withFileTypes: true });
  const bases = found.find((entry) => entry.name === "bases");
  if (bases === undefined) throw new Error("No base was kept.");
  return path.join(bases.parentPath, bases.name);
}
