import * as vscode from "vscode";
import { contactScheme } from "../document/contactUri.ts";

/**
 * Why a contact is written: it says what the server says already; VS Code saves it, at a person's word as far as it
 * knows; or anything else.
 */
export type SaveReason = "settled" | "manual" | "other";

/**
 * Why VS Code is about to write a contact. Nothing may reach the server that no person sends, so whoever writes
 * has to know that a save was announced and why.
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
    return this.#settled.has(key) ? "settled" : "manual";
  }

  /** Saves a document that says what the server says already, only so that VS Code takes it for clean. */
  async saveSettled(document: vscode.TextDocument): Promise<void> {
    if (document.isClosed) return;
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
