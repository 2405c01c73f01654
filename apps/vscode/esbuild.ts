import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { sampleContacts } from "@raze-contacts/sandbox";
import { build } from "esbuild";
import { minify } from "terser";
import { noticesFor } from "./thirdPartyNotices.ts";
import { webviewBuild } from "./webviewBuild.ts";

const built = await Promise.all([
  build({
    entryPoints: ["src/extension.ts"],
    outfile: "dist/extension.cjs",
    bundle: true,
    conditions: ["@raze-contacts/source"],
    mainFields: ["module", "main"],
    minify: true,
    logLevel: "warning",
    // One bundle serves the Node and the web extension host: no Node built-in may be in it.
    platform: "browser",
    format: "cjs",
    target: "es2023",
    external: ["vscode"],
    sourcemap: "linked",
    metafile: true,
  }),
  build({ ...webviewBuild, metafile: true }),
]);

// What esbuild leaves gets a few per cent smaller: room for a part of the product under its limits.
async function minifyAgain(file: string, { map }: { map: boolean }): Promise<void> {
  const url = `${path.basename(file)}.map`;
  const sourceMap = map ? { content: await readFile(`${file}.map`, "utf8"), url } : false;
  const result = await minify(await readFile(file, "utf8"), { ecma: 2020, toplevel: true, sourceMap });
  if (result.code === undefined) throw new Error("terser gave no code.");
  await writeFile(file, result.code);
  if (typeof result.map === "string") await writeFile(`${file}.map`, result.map);
}
await minifyAgain("dist/webview.js", { map: false });
await minifyAgain("dist/extension.cjs", { map: true });

const notices = await noticesFor(
  built.map(({ metafile }) => metafile),
  new URL(".", import.meta.url),
);
await writeFile("dist/third-party-notices.txt", notices);
await writeFile("dist/sample-contacts.json", JSON.stringify(sampleContacts));
