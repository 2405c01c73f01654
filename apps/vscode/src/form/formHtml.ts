import * as vscode from "vscode";
import { htmlAttribute } from "./htmlAttribute.ts";
import type { FormState } from "./protocol.ts";

/** The form's script and style sheet, which are the same for every contact. */
export type FormParts = { readonly script: string; readonly styles: string };

export async function readFormParts(extensionUri: vscode.Uri): Promise<FormParts> {
  const read = async (name: string) =>
    new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, "dist", name)));
  const [script, styles] = await Promise.all([read("webview.js"), read("webview.css")]);
  return { script, styles };
}

/**
 * The form's page, whole, with what it shows first: nothing has to be fetched or asked before it can be seen. Nothing
 * is allowed but our one script and our one style sheet.
 */
export function formHtml({ script, styles }: FormParts, state: FormState): string {
  const nonce = crypto.randomUUID();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="${nonce}">${styles}</style>
</head>
<body><div id="form" data-state="${htmlAttribute(state)}"${wordsAttribute(vscode.l10n.bundle)}></div><script nonce="${nonce}">${script}</script></body>
</html>`;
}

/** The sentences of the window's language, for the form's first paint; English needs none. */
export const wordsAttribute = (table: Readonly<Record<string, string>> | undefined): string =>
  table === undefined ? "" : ` data-words="${htmlAttribute(table)}"`;
