import * as vscode from "vscode";
import { BaseHistory } from "./baseHistory.ts";
import { textOf } from "./contactText.ts";
import { openDocument } from "./contactUri.ts";
import type { KeptBase } from "./keptBase.ts";
import type { KeptBases } from "./keptBases.ts";

/**
 * Moves the base of a draft when, and only when, the draft takes the text that goes with it.
 *
 * A read says what the server holds; that becomes the base once the document reads the same. VS Code may look at a
 * contact without taking it, and may drop a read because somebody typed meanwhile: a base that had moved already
 * would turn old values in the draft into edits. Whether a document is dirty is not asked for; VS Code is not always
 * right about it.
 */
export class DraftBases implements vscode.Disposable {
  readonly #bases: KeptBases;
  readonly #read = new Map<string, KeptBase>();
  readonly #texts = new Map<string, string>();
  readonly #histories = new Map<string, BaseHistory>();
  readonly #subscription: vscode.Disposable;

  constructor(bases: KeptBases, log: vscode.LogOutputChannel) {
    this.#bases = bases;
    this.#subscription = vscode.workspace.onDidChangeTextDocument(({ document, reason }) => {
      if (!this.#texts.has(document.uri.toString())) return;
      this.#follow(document, reason).catch((error: unknown) => log.error(String(error)));
    });
  }

  /** A contact was read for its document; resolves when the base is where it has to be. */
  async take(contact: vscode.Uri, base: KeptBase): Promise<void> {
    const key = contact.toString();
    const document = openDocument(contact);
    if (document === undefined || document.getText() === textOf(base)) {
      this.#read.delete(key);
      this.#texts.set(key, textOf(base));
      await this.#bases.keep(contact, base);
    } else {
      this.#texts.set(key, document.getText());
      this.#read.set(key, base);
    }
  }

  forget(contact: vscode.Uri): void {
    for (const map of [this.#read, this.#texts, this.#histories]) map.delete(contact.toString());
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  async #follow(document: vscode.TextDocument, reason: vscode.TextDocumentChangeReason | undefined): Promise<void> {
    const contact = document.uri;
    const key = contact.toString();
    const before = { text: this.#texts.get(key) ?? "", base: this.#bases.get(contact) };
    const text = document.getText();
    this.#texts.set(key, text);

    const history = this.#histories.get(key) ?? new BaseHistory();
    this.#histories.set(key, history);
    const read = this.#read.get(key);
    if (reason !== undefined) {
      const earlier = history.baseOf(text);
      if (earlier !== undefined && earlier !== before.base) await this.#bases.keep(contact, earlier);
    } else if (read !== undefined && textOf(read) === text) {
      this.#read.delete(key);
      history.record(before, { text, base: read });
      await this.#bases.keep(contact, read);
    }
  }
}
