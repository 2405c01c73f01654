import * as vscode from "vscode";
import { contactScheme } from "./contactUri.ts";

/** Why a contact is written: a person saves it, it says what the server says already, or anything else. */
export type SaveReason = "person" | "settled" | "other";

/**
 * Why VS Code is about to write a contact. Only a save that a person asked for may reach the server, so whoever
 * writes has to know that one was announced and why.
 */
export class SaveReasons implements vscode.Disposable {
  readonly #announced = new Map<string, vscode.TextDocumentSaveReason>();
  readonly #settled = new Set<string>();
  readonly #subscription = vscode.workspace.onWillSaveTextDocument(({ document, reason }) => {
    if (document.uri.scheme === contactScheme) this.#announced.set(document.uri.toString(), reason);
  });

  /** Takes the announcement of the save that is running. */
  take(contact: vscode.Uri): SaveReason {
    const key = contact.toString();
    const isManual = this.#announced.get(key) === vscode.TextDocumentSaveReason.Manual;
    this.#announced.delete(key);
    if (!isManual) return "other";
    return this.#settled.has(key) ? "settled" : "person";
  }

  /** Saves a document that says what the server says already, only so that VS Code takes it for clean. */
  async saveSettled(document: vscode.TextDocument): Promise<void> {
    const key = document.uri.toString();
    this.#settled.add(key);
    try {
      await document.save();
    } finally {
      this.#settled.delete(key);
    }
  }

  dispose(): void {
    this.#subscription.dispose();
  }
}
