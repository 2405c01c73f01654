import type { ContactField, JsonValue } from "@raze-contacts/schema";
import * as vscode from "vscode";
import { readContactText } from "../contacts/contactText.ts";
import { fieldTextEdit, replacementBetween, type TextReplacement } from "../contacts/fieldTextEdit.ts";

/** Applies the form's edits to a document one after the other, each as one step of undo. */
export class DocumentEdits {
  readonly #document: vscode.TextDocument;
  #last: Promise<unknown> = Promise.resolve();

  constructor(document: vscode.TextDocument) {
    this.#document = document;
  }

  /** Sets a field, or takes it out of the document with `undefined`. */
  set(field: ContactField, value: JsonValue | undefined): Promise<void> {
    return this.#next(async () => {
      const text = this.#document.getText();
      // In text that is no JSON there is no place for a field; the form says so and offers the text.
      if (readContactText(text).kind === "broken") return;
      await this.#replace(fieldTextEdit(text, field, value));
    });
  }

  /** Makes the document read as the given text. */
  setText(text: string): Promise<void> {
    return this.#next(() => this.#replace(replacementBetween(this.#document.getText(), text)));
  }

  /** Resolves when every edit so far is in the document. */
  settled(): Promise<void> {
    return this.#next(async () => {});
  }

  async #replace(replacement: TextReplacement | undefined): Promise<void> {
    if (replacement === undefined) return;
    const { offset, length, text } = replacement;
    const range = new vscode.Range(this.#document.positionAt(offset), this.#document.positionAt(offset + length));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(this.#document.uri, range, text);
    if (!(await vscode.workspace.applyEdit(edit))) {
      throw new Error(vscode.l10n.t("VS Code did not take the edit. Try it again."));
    }
  }

  #next(work: () => Promise<void>): Promise<void> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => {}); // the caller hears of it; the next edit is not to blame
    return result;
  }
}
