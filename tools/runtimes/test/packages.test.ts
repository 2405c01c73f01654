import { access, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { expect, inject, test } from "vitest";

const installed = path.join(inject("project"), "node_modules/@raze-contacts");

/** Every file that a manifest's `exports` name, whatever the conditions. */
const filesIn = (exported: unknown): string[] =>
  typeof exported === "string" ? [exported] : Object.values(exported ?? {}).flatMap(filesIn);

test.each(["core", "sandbox", "schema"])("all that the manifest of %s exports is in the package", async (name) => {
  const folder = path.join(installed, name);
  const { exports } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  const missing: string[] = [];
  for (const file of filesIn(exports)) await access(path.join(folder, file)).catch(() => missing.push(file));
  expect(filesIn(exports)).not.toEqual([]);
  expect(missing).toEqual([]);
});

test.each(["core", "sandbox", "schema"])("%s brings no source maps, for it brings no sources", async (name) => {
  const files = await readdir(path.join(installed, name, "dist"), { recursive: true });
  expect(files).toContain("index.js");
  expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
});

test("schema brings the licence of the zod that is in it", async () => {
  const license = await readFile(path.join(installed, "schema/dist/zod.LICENSE"), "utf8");
  expect(license).toMatch(/^MIT License\n\n.*Colin McDonnell$/m);
});

test.each([
  ["core", "applyUpdate, diffContact, findUnapplied, mergeContacts"],
  ["schema", "contactFields, fieldFaults"],
])("of %s's one file, a bundle takes only what it uses, and so neither zod nor a call: %s", async (name, exports) => {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${exports} } from "@raze-contacts/${name}"`, resolveDir: inject("project") },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
  });
  const [text] = outputFiles.map(({ text }) => text);
  expect(text).not.toMatch(/fetch|AbortController|x-api-key|RazeError|\b_zod\b|safeParse/);
});
