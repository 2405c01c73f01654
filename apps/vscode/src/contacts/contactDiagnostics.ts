import * as vscode from "vscode";
import { readContactText } from "./contactText.ts";
import { contactScheme } from "./contactUri.ts";

// VS Code's own JSON support says what is wrong with the syntax and that a key is doubled, and nothing is said twice. It is not there in the
// web extension host.
const hasJsonSupport = () => vscode.extensions.getExtension("vscode.json-language-features") !== undefined;

/** Shows the contract's rules in the JSON text of contacts, each fault at its place. */
export class ContactDiagnostics implements vscode.Disposable {
  readonly #diagnostics = vscode.languages.createDiagnosticCollection(contactScheme);
  readonly #subscriptions = [
    vscode.workspace.onDidOpenTextDocument((document) => this.#check(document)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => this.#check(document)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#diagnostics.delete(uri)),
  ];

  constructor() {
    for (const document of vscode.workspace.textDocuments) this.#check(document);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#diagnostics.dispose();
  }

  #check(document: vscode.TextDocument): void {
    if (document.uri.scheme !== contactScheme) return;
    const read = readContactText(document.getText());
    const isSaid = read.kind === "broken" && read.cause !== "no_object" && hasJsonSupport();
    const faults = isSaid ? [] : read.faults;
    this.#diagnostics.set(
      document.uri,
      faults.map(({ span, message }) => {
        const range = new vscode.Range(
          document.positionAt(span.offset),
          document.positionAt(span.offset + span.length),
        );
        const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Error);
        diagnostic.source = "Raze";
        return diagnostic;
      }),
    );
  }
}
