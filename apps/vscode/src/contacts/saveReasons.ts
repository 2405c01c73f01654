import * as vscode from "vscode";
import { contactScheme } from "./contactUri.ts";

/**
 * Why VS Code is about to write a contact. Only a save that a person asked for may reach the server, so whoever
 * writes has to know that one was announced and why.
 */
export class SaveReasons implements vscode.Disposable {
  readonly #announced = new Map<string, vscode.TextDocumentSaveReason>();
  readonly #subscription = vscode.workspace.onWillSaveTextDocument(({ document, reason }) => {
    if (document.uri.scheme === contactScheme) this.#announced.set(document.uri.toString(), reason);
  });

  /** Takes the announcement of the save that is running: true when a person asked for it. */
  takeManual(contact: vscode.Uri): boolean {
    const key = contact.toString();
    const reason = this.#announced.get(key);
    this.#announced.delete(key);
    return reason === vscode.TextDocumentSaveReason.Manual;
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
