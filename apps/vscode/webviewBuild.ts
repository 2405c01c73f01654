import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";

const shared = { bundle: true, minify: true, target: "es2023", logLevel: "warning" } satisfies BuildOptions;

/** Gives the form's styles to its script as text, so that a page has one file to fetch and no style stands in it. */
const stylesAsText: Plugin = {
  name: "styles as text",
  setup: (script) =>
    script.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { outputFiles } = await build({ ...shared, entryPoints: [path], write: false });
      return { contents: outputFiles.map(({ text }) => text).join(""), loader: "text" };
    }),
};

/** How the form's script is made. */
export const webviewBuild = {
  ...shared,
  absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
  entryPoints: { webview: "webview/main.tsx" },
  outdir: "dist",
  plugins: [stylesAsText],
  conditions: ["@raze-contacts/source"],
  mainFields: ["module", "main"],
  platform: "browser",
  format: "iife",
  jsx: "automatic",
  jsxImportSource: "preact",
} satisfies BuildOptions;
