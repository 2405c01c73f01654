import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

// A socket's path has at most 103 characters on some systems, and VS Code's names for them take 53.
const longest = 50;

/** Makes a temporary folder for one VS Code, short enough for the sockets that it keeps there. */
export async function makeSocketFolder(data: string): Promise<string> {
  const own = path.join(data, "t");
  if (own.length > longest) return await mkdtemp(path.join(tmpdir(), "vscode-host-"));
  await rm(own, { recursive: true, force: true });
  await mkdir(own, { recursive: true });
  return own;
}
