import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { htmlAttribute } from "../../src/form/htmlAttribute.ts";
import type { FormState } from "../../src/form/protocol.ts";

const vscodeFolder = fileURLToPath(new URL("../..", import.meta.url));

/** The themes whose colours lie beside this file, as VS Code gives them to a webview. */
export const themes = [
  "dark-modern",
  "light-modern",
  "high-contrast",
  "high-contrast-light",
  "dark-2026",
  "light-2026",
] as const;
export type Theme = (typeof themes)[number];

async function bundle(): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    absWorkingDir: vscodeFolder,
    bundle: true,
    conditions: ["@raze-contacts/source"],
    mainFields: ["module", "main"],
    minify: true,
    entryPoints: { webview: "webview/main.tsx" },
    outdir: "dist",
    write: false,
    platform: "browser",
    format: "iife",
    target: "es2023",
    jsx: "automatic",
    jsxImportSource: "preact",
  });
  return new Map(outputFiles.map(({ path, contents }) => [path.replace(/^.*[/\\]/, ""), contents]));
}

const page = (theme: string, nonce: string, first: string | null) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Contact</title>
<link rel="stylesheet" href="/themes/vscode.css">
<link rel="stylesheet" href="/themes/${theme}.css">
<link rel="stylesheet" href="/webview.css">
</head>
<body><div id="form"${first === null ? "" : ` data-state="${htmlAttribute(JSON.parse(first))}"`}></div><script nonce="${nonce}" src="/webview.js"></script></body>
</html>`;

/** Serves the form on the loopback address, under the policy that its host gives it in VS Code. */
export async function serveForm(): Promise<{
  /** @param first what the page comes with */
  address: (theme: Theme, first?: FormState) => string;
  close: () => Promise<void>;
}> {
  const files = await bundle();
  const nonce = "f0rm";
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'`;
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const theme = /^\/themes\/([\w-]+\.css)$/.exec(pathname)?.[1];
    if (pathname === "/") {
      response.writeHead(200, { "content-type": "text/html", "content-security-policy": policy });
      response.end(page(searchParams.get("theme") ?? "", nonce, searchParams.get("first")));
    } else if (theme) {
      response.writeHead(200, { "content-type": "text/css" });
      response.end(await readFile(new URL(`themes/${theme}`, import.meta.url)));
    } else {
      const file = files.get(pathname.slice(1));
      response.writeHead(file ? 200 : 404, {
        "content-type": pathname.endsWith(".css") ? "text/css" : "text/javascript",
      });
      response.end(file);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port.");
  return {
    address: (theme, first) => {
      const query = new URLSearchParams({ theme, ...(first && { first: JSON.stringify(first) }) });
      return `http://127.0.0.1:${address.port}/?${query}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
