import { mkdir, readdir, readFile, rm, symlink } from "node:fs/promises";
import path from "node:path";
import { HostError } from "./host-error.ts";

/** What this package reads of an extension's manifest. */
export interface Manifest {
  readonly publisher: string;
  readonly name: string;
  readonly version: string;
  readonly engines: { readonly vscode: string };
}

/** Reads the manifest of the extension in a folder. */
export async function readManifest(extension: string): Promise<Manifest> {
  const manifest: unknown = JSON.parse(await readFile(path.join(extension, "package.json"), "utf8"));
  if (!isManifest(manifest))
    throw new HostError(
      `${extension} holds no extension; its package.json needs publisher, name, version and engines.vscode.`,
    );
  return manifest;
}

/** Installs an extension into a folder of extensions as a link, so that what it was built to is what runs. */
export async function linkExtension(extension: string, extensions: string): Promise<void> {
  const { publisher, name, version } = await readManifest(extension);
  await mkdir(extensions, { recursive: true });
  // VS Code rebuilds its list from what lies in the folder.
  for (const entry of await readdir(extensions))
    if (entry.startsWith(`${publisher}.${name}-`) || entry === "extensions.json" || entry === ".obsolete")
      await rm(path.join(extensions, entry), { force: true });
  await symlink(path.resolve(extension), path.join(extensions, `${publisher}.${name}-${version}`), "junction");
}

function isManifest(value: unknown): value is Manifest {
  return (
    hasText(value, "publisher") &&
    hasText(value, "name") &&
    hasText(value, "version") &&
    typeof value === "object" &&
    value !== null &&
    "engines" in value &&
    hasText(value.engines, "vscode")
  );
}

function hasText(value: unknown, key: string): boolean {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, key) === "string";
}
