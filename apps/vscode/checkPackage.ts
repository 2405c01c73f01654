// Holds the packaged extension to its sizes and to the files it is meant to have. Sizes are exact, so they are limits.
import { glob, readFile, stat } from "node:fs/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { listFiles, PackageManager } from "@vscode/vsce";

const kilobyte = 1000;
const packed = "dist/raze-contacts.vsix";

const gzipped = async (file: string) => (await promisify(gzip)(await readFile(file), { level: 9 })).byteLength;
const sizeOf = async (file: string) => (await stat(file)).size;
const manifest: { files: string[] } = JSON.parse(await readFile("package.json", "utf8"));
const files: string[] = [];
for await (const file of glob(manifest.files)) files.push(file);
const pictures = await Promise.all(files.filter((file) => file.endsWith(".png")).map(sizeOf));

const limits = [
  { what: "extension bundle, gz", size: await gzipped("dist/extension.cjs"), limit: 60 * kilobyte },
  { what: "webview script, gz", size: await gzipped("dist/webview.js"), limit: 25 * kilobyte },
  {
    what: ".vsix but its pictures",
    size: pictures.reduce((rest, size) => rest - size, await sizeOf(packed)), // a .png is not packed any smaller
    limit: 250 * kilobyte,
  },
];
for (const { what, size, limit } of limits) {
  console.log(`${what.padEnd(22)} ${(size / kilobyte).toFixed(1).padStart(6)} kB of ${limit / kilobyte} kB`);
  if (size > limit) process.exitCode = 1;
}

const expected = [...files, "package.json"].sort();
const found = (await listFiles({ packageManager: PackageManager.None })).sort();
if (JSON.stringify(found) !== JSON.stringify(expected)) {
  console.error(`The package holds ${found.join(", ")} instead of ${expected.join(", ")}.`);
  process.exitCode = 1;
}
if (process.exitCode === 1) console.error("The package is not what it should be: see the lines above.");
