import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));

/** The bytes that an import of all of a module adds to an application: bundled, minified, gzip at its best. */
export async function sizeOf(module: string, external: string[] = []): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: `import * as all from "${module}"; export default all;`, resolveDir: here },
    external,
    bundle: true,
    minify: true,
    format: "esm",
    // got is made for Node alone; the others are measured as a browser or an edge worker would load them.
    platform: module === "got" ? "node" : "browser",
    target: "es2023",
    write: false,
    logLevel: "silent",
  });
  return gzipSync(outputFiles.map(({ text }) => text).join(""), { level: 9 }).length;
}
