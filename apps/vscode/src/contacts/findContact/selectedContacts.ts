import * as vscode from "vscode";
import { idPattern, readContactReference } from "./contactReference.ts";

/** More than anybody selects to open contacts; a whole file that is selected need not be read. */
const longestSelection = 20_000;

/** The ids that are selected in the text editor, or the one that the cursor stands on, as they would be typed. */
export function selectedContacts(): string {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return "";
  const { document, selection } = editor;
  const word = document.getWordRangeAtPosition(selection.active, idPattern);
  const text = selection.isEmpty ? word && document.getText(word) : selectedText(editor);
  const reference = readContactReference(text ?? "");
  return reference.kind === "contacts" && reference.leftOut.length === 0 ? reference.ids.join(" ") : "";
}

function selectedText({ document, selection }: vscode.TextEditor): string {
  const length = document.offsetAt(selection.end) - document.offsetAt(selection.start);
  return length <= longestSelection ? document.getText(selection) : "";
}

/**
 * Keeps the `when` key `raze.selection` in step with the text editor: `contacts` if ids are selected, else `other`.
 * Until the extension runs, the key is not there, and the menu has to go by there being a selection at all.
 */
export function followSelection(): vscode.Disposable {
  let told: string | undefined;
  return vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
    const isActive = textEditor === vscode.window.activeTextEditor;
    if (!isActive || selections.every(({ isEmpty }) => isEmpty)) return; // the menu asks for a selection first
    const key = selectedContacts() === "" ? "other" : "contacts";
    if (key !== told) void vscode.commands.executeCommand("setContext", "raze.selection", key);
    told = key;
  });
}
