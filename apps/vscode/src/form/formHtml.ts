import * as vscode from "vscode";
import { htmlAttribute } from "./htmlAttribute.ts";
import type { FormState } from "./protocol.ts";

/**
 * The form's page with what it shows first, so that nothing has to be asked before it can be seen. Nothing is allowed
 * but our one script, which brings the styles.
 */
export function formHtml(webview: vscode.Webview, extensionUri: vscode.Uri, state: FormState): string {
  const { l10n, env } = vscode;
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, "dist", "webview.js")).toString();
  const nonce = crypto.randomUUID();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${l10n.bundle ? env.language : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
</head>
<body><div id="form" data-state="${htmlAttribute(state)}"${wordsAttribute(l10n.bundle)}></div><script nonce="${nonce}" src="${script}"></script></body>
</html>`;
}

/** The sentences of the window's language, for the form's first paint; English needs none. */
const wordsAttribute = (table: Readonly<Record<string, string>> | undefined): string =>
  table === undefined ? "" : ` data-words="${htmlAttribute(table)}"`;
