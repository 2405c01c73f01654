import { diffContact } from "@raze-contacts/core";
import * as vscode from "vscode";
import type { KeptBases } from "./base/keptBases.ts";
import { readContactText, type TextFault, textAdvice } from "./document/contactText.ts";
import { contactScheme, openDocument } from "./document/contactUri.ts";

/**
 * Shows the contract's rules in the JSON text of contacts, each fault at its place, and advice on what would be sent:
 * a value that somebody has stored long ago is not this person's to mend.
 */
export class ContactDiagnostics implements vscode.Disposable {
  readonly #bases: KeptBases;
  readonly #diagnostics = vscode.languages.createDiagnosticCollection(contactScheme);
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(bases: KeptBases) {
    this.#bases = bases;
    this.#subscriptions = [
      vscode.workspace.onDidOpenTextDocument((document) => this.#check(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#check(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#diagnostics.delete(uri)),
      bases.onDidChange((contact) => {
        const document = openDocument(contact);
        if (document !== undefined) this.#check(document);
      }),
    ];
    for (const document of vscode.workspace.textDocuments) this.#check(document);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#diagnostics.dispose();
  }

  #check(document: vscode.TextDocument): void {
    if (document.uri.scheme !== contactScheme) return;
    const text = document.getText();
    const read = readContactText(text);
    // VS Code's own JSON support says what is wrong with the syntax and that a key is doubled, and nothing is said twice.
    const isSaid = read.kind === "broken" && read.cause !== "no_object";
    const faults = isSaid ? [] : read.faults;
    const base = this.#bases.get(document.uri);
    const stored = base?.kind === "known" ? base.values : undefined;
    const advice = read.kind === "values" ? textAdvice(text, diffContact(stored, read.values)) : [];
    const shown = (severity: vscode.DiagnosticSeverity) => (fault: TextFault) =>
      toDiagnostic(document, fault, severity);
    this.#diagnostics.set(document.uri, [
      ...faults.map(shown(vscode.DiagnosticSeverity.Error)),
      ...advice.map(shown(vscode.DiagnosticSeverity.Information)),
    ]);
  }
}

function toDiagnostic(
  document: vscode.TextDocument,
  { span, message }: TextFault,
  severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic {
  const range = new vscode.Range(document.positionAt(span.offset), document.positionAt(span.offset + span.length));
  const diagnostic = new vscode.Diagnostic(range, message, severity);
  diagnostic.source = "Raze";
  return diagnostic;
}
