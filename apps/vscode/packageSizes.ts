import { glob, readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

export const kilobyte = 1000;

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const gzipped = async (path: string) => (await promisify(gzip)(await readFile(at(path)), { level: 9 })).byteLength;
const sizeOf = async (path: string) => (await stat(at(path))).size;

/** What the manifest says is packed, besides itself. */
export async function packagedFiles(): Promise<string[]> {
  const manifest: { files: string[] } = JSON.parse(await readFile(at("package.json"), "utf8"));
  const files: string[] = [];
  for await (const file of glob(manifest.files, { cwd: at(".") })) files.push(file);
  return files;
}

/** What of the packaged extension is held to a size, in bytes. */
export async function packageSizes() {
  const pictures = (await packagedFiles()).filter((file) => file.endsWith(".png")).map(sizeOf);
  return [
    { what: "extension bundle, gz", size: await gzipped("dist/extension.cjs"), limit: 60 * kilobyte },
    { what: "webview, gz", size: await gzipped("dist/webview.js"), limit: 25 * kilobyte },
    {
      what: ".vsix but its pictures",
      // A .png is not packed any smaller.
      size: (await Promise.all(pictures)).reduce((rest, size) => rest - size, await sizeOf("dist/raze-contacts.vsix")),
      limit: 250 * kilobyte,
    },
  ];
}
