import { mkdir, readFile, writeFile } from "node:fs/promises";
import { contactFieldNames, contactFields } from "@raze-contacts/schema";
import { type BuildOptions, build } from "esbuild";
import { minify } from "terser";

const shared = {
  bundle: true,
  conditions: ["@raze-contacts/source"],
  mainFields: ["module", "main"],
  minify: true,
  logLevel: "warning",
} satisfies BuildOptions;

await Promise.all([
  build({
    ...shared,
    entryPoints: ["src/extension.ts"],
    outfile: "dist/extension.cjs",
    // One bundle serves the Node and the web extension host: no Node built-in may be in it.
    platform: "browser",
    format: "cjs",
    target: "es2023",
    external: ["vscode"],
    sourcemap: "linked",
  }),
  build({
    ...shared,
    entryPoints: { webview: "webview/main.tsx" },
    outdir: "dist",
    platform: "browser",
    format: "iife",
    target: "es2023",
    jsx: "automatic",
    jsxImportSource: "preact",
  }),
]);

// What esbuild leaves gets a kilobyte smaller: room for a part of the form under its limit.
const { code } = await minify(await readFile("dist/webview.js", "utf8"), { ecma: 2020, toplevel: true });
if (code === undefined) throw new Error("terser gave no code.");
await writeFile("dist/webview.js", code);

// For completion and hover alone. The rules are ours to tell, in our own words and once: this schema allows anything.
const properties = Object.fromEntries(
  contactFieldNames.map((field) => {
    const { label, description, example } = contactFields[field];
    return [field, { title: label, description, examples: [example] }];
  }),
);
await mkdir("dist", { recursive: true });
await writeFile("dist/contact.schema.json", `${JSON.stringify({ title: "GetRaze contact", properties }, null, 2)}\n`);
