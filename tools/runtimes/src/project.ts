import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { npm } from "./pinned.ts";

const run = promisify(execFile);

const entries = ["node-program", "worker", "page"].map((name) => fileURLToPath(new URL(`${name}.ts`, import.meta.url)));

/** The tarballs that a registry would be given. */
async function pack(folder: string): Promise<string[]> {
  const filters = ["core", "sandbox"].flatMap((name) => ["--filter-prod", `@raze-contacts/${name}...`]);
  const words = [...filters, "pack", "--pack-destination", folder];
  const windows = process.platform === "win32";
  await run(windows ? "pnpm.cmd" : "pnpm", words, { shell: windows });
  return (await readdir(folder)).filter((name) => name.endsWith(".tgz"));
}

async function fill(folder: string): Promise<void> {
  const tarballs = await pack(folder);
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ type: "module", private: true }));
  await npm(folder, "install", ...tarballs.map((name) => `./${name}`));
  await build({ entryPoints: entries, outdir: folder, bundle: true, packages: "external", format: "esm" });
  await build({
    entryPoints: ["worker", "page"].map((name) => path.join(folder, `${name}.js`)),
    outdir: path.join(folder, "bundled"),
    bundle: true,
    format: "esm",
    platform: "browser",
  });
}

export const removeProject = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });

/**
 * Makes what a user of core has: a project outside of this repository, with core, schema and sandbox installed from
 * their packages. Beside it lie the programs as plain JavaScript, and for runtimes without `node_modules` the same in one
 * file, bundled from what is installed.
 *
 * @returns the project's folder
 */
export async function createProject(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "raze-contacts-runtimes-"));
  try {
    await fill(folder);
    return folder;
  } catch (error) {
    await removeProject(folder);
    throw error;
  }
}
