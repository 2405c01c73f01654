import { diffContact } from "@raze-contacts/core";
import * as vscode from "vscode";
import { tellInStatusBar } from "../../tellInStatusBar.ts";
import { t } from "../../words/translate.ts";
import { readContactText } from "../document/contactText.ts";
import { contactScheme } from "../document/contactUri.ts";
import { listFields } from "../notices/saveMessages.ts";

/** Says which fields an undo or a redo has changed: in a form they may be out of sight, and nobody hears of them. */
export function tellUndone(): vscode.Disposable {
  const texts = new WeakMap<vscode.TextDocument, string>();
  return vscode.workspace.onDidChangeTextDocument(({ document, reason }) => {
    if (document.uri.scheme !== contactScheme) return;
    const text = document.getText();
    const before = readContactText(texts.get(document) ?? text);
    texts.set(document, text);
    const now = readContactText(text);
    // A text editor goes to what it undoes.
    const isShown = vscode.window.activeTextEditor?.document === document;
    if (reason === undefined || isShown || before.kind === "broken" || now.kind === "broken") return;
    const fields = listFields(Object.keys(diffContact(before.values, now.values)));
    if (fields === "") return;
    const isUndo = reason === vscode.TextDocumentChangeReason.Undo;
    tellInStatusBar(isUndo ? t("Undone: {0}", fields) : t("Redone: {0}", fields));
  });
}
