import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { build } from "esbuild";
import { htmlAttribute } from "../../src/form/htmlAttribute.ts";
import type { FormState } from "../../src/form/protocol.ts";
import { webviewBuild } from "../../webviewBuild.ts";

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

/** The languages that the form speaks beside English. */
export const languages = ["es", "pt-br"] as const;
export type Language = (typeof languages)[number];
const tableOf = async (language: string | undefined): Promise<string> =>
  language ? await readFile(new URL(`../../l10n/bundle.l10n.${language}.json`, import.meta.url), "utf8") : "{}";

async function bundle(): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({ ...webviewBuild, write: false });
  return new Map(outputFiles.map(({ path, contents }) => [path.replace(/^.*[/\\]/, ""), contents]));
}

const page = (theme: string, nonce: string, first: string | null, table: string) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Contact</title>
<link rel="stylesheet" href="/themes/vscode.css">
<link rel="stylesheet" href="/themes/${theme}.css">
</head>
<body><div id="form"${first === null ? "" : ` data-state="${htmlAttribute(JSON.parse(first))}"`} data-words="${htmlAttribute(JSON.parse(table))}"></div><script nonce="${nonce}" src="/webview.js"></script></body>
</html>`;

/** Serves the form on the loopback address, under the policy that its host gives it in VS Code. */
export async function serveForm(): Promise<{
  /** @param first what the page comes with */
  address: (theme: Theme, first?: FormState, language?: Language) => string;
  close: () => Promise<void>;
}> {
  const files = await bundle();
  const nonce = "f0rm";
  // The themes' styles come from here; in VS Code they are set by a script of its own.
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'`;
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const theme = /^\/themes\/([\w-]+\.css)$/.exec(pathname)?.[1];
    if (pathname === "/") {
      response.writeHead(200, { "content-type": "text/html", "content-security-policy": policy });
      const table = await tableOf(languages.find((language) => language === searchParams.get("language")));
      response.end(page(searchParams.get("theme") ?? "", nonce, searchParams.get("first"), table));
    } else if (theme) {
      response.writeHead(200, { "content-type": "text/css" });
      response.end(await readFile(new URL(`themes/${theme}`, import.meta.url)));
    } else {
      const file = files.get(pathname.slice(1));
      response.writeHead(file ? 200 : 404, {
        "content-type": "text/javascript",
      });
      response.end(file);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port.");
  return {
    address: (theme, first, language) => {
      const query = new URLSearchParams({
        theme,
        ...(first && { first: JSON.stringify(first) }),
        ...(language && { language }),
      });
      return `http://127.0.0.1:${address.port}/?${query}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
