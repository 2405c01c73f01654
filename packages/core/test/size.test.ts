import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** What an application adds to its bundle by an import, minified. */
async function bundle(code: string, external: string[] = []): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: fileURLToPath(new URL("../src", import.meta.url)) },
    conditions: ["@raze-contacts/source"],
    external,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  return outputFiles.map(({ text }) => text).join("");
}

const compressed = (text: string): number => gzipSync(text, { level: 9 }).length;

const all = 'export * from "./index.ts"';

test("alone, compressed", async () => {
  expect(compressed(await bundle(all, ["@raze-contacts/schema"]))).toBeLessThanOrEqual(7_600);
});

test("with the schema and zod in it, compressed", async () => {
  expect(compressed(await bundle(all))).toBeLessThanOrEqual(15_200);
});

test("comparing and merging bring nothing of the client with them", async () => {
  const text = await bundle('export { diffContact, applyUpdate, mergeContacts, findUnapplied } from "./index.ts"');
  expect(text).not.toMatch(/fetch|AbortController|x-api-key|RazeError/);
});

test("brings nothing of Node and no language but English", async () => {
  expect(await bundle(all)).not.toMatch(/\brequire\(|node:|process\.|locales/);
});
