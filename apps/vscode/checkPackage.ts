// Holds the packaged extension to its sizes and to the files it is meant to have. Sizes are exact, so they are limits.
import { listFiles, PackageManager } from "@vscode/vsce";
import { kilobyte, packagedFiles, packageSizes } from "./packageSizes.ts";

for (const { what, size, limit } of await packageSizes()) {
  console.log(`${what.padEnd(22)} ${(size / kilobyte).toFixed(1).padStart(6)} kB of ${limit / kilobyte} kB`);
  if (size > limit) process.exitCode = 1;
}

const expected = [...(await packagedFiles()), "package.json"].sort();
const found = (await listFiles({ packageManager: PackageManager.None })).sort();
if (JSON.stringify(found) !== JSON.stringify(expected)) {
  console.error(`The package holds ${found.join(", ")} instead of ${expected.join(", ")}.`);
  process.exitCode = 1;
}
if (process.exitCode === 1) console.error("The package is not what it should be: see the lines above.");
