import type { ContactField, JsonValue } from "@raze-contacts/schema";
import * as vscode from "vscode";
import { t } from "../../words/translate.ts";
import { readContactText } from "./contactText.ts";
import { fieldTextEdit, replacementBetween, type TextReplacement } from "./fieldTextEdit.ts";

const tries = 5;
/**
 * An edit that says more of itself VS Code leaves as it is. Any other it makes smaller still where a text editor is in
 * front, unit by unit, and cuts characters in two.
 */
const asItIs: vscode.WorkspaceEditEntryMetadata = { label: "Raze Contacts", needsConfirmation: false };
const ofDocument = new WeakMap<vscode.TextDocument, DocumentEdits>();

/** Applies edits to a contact's document one after the other, each as one step of undo. */
export class DocumentEdits {
  readonly #document: vscode.TextDocument;
  readonly #typists = new Set<() => Promise<ContactField | undefined>>();
  #last: Promise<unknown> = Promise.resolve();

  private constructor(document: vscode.TextDocument) {
    this.#document = document;
  }

  /** The edits of a document: one queue, whoever asks, so that two forms on a contact do not get in each other's way. */
  static of(document: vscode.TextDocument): DocumentEdits {
    const edits = ofDocument.get(document) ?? new DocumentEdits(document);
    ofDocument.set(document, edits);
    return edits;
  }

  /** Sets a field, or takes it out of the document with `undefined`. */
  set(field: ContactField, value: JsonValue | undefined): Promise<void> {
    return this.#edit((text) =>
      // In text that is no JSON there is no place for a field; the form says so and offers the text.
      readContactText(text).kind === "broken" ? undefined : fieldTextEdit(text, field, value),
    );
  }

  /** Makes the document read as the given text. */
  setText(text: string): Promise<void> {
    return this.#edit((current) => replacementBetween(current, text));
  }

  /** Names who may hold text that is still being typed, and how it is brought in; what cannot be is named. */
  addTypist(bringIn: () => Promise<ContactField | undefined>): vscode.Disposable {
    this.#typists.add(bringIn);
    return new vscode.Disposable(() => this.#typists.delete(bringIn));
  }

  /**
   * Resolves when all that was typed so far is in the document.
   *
   * @returns the fields that hold something that is not valid, and so stays outside
   */
  async flushed(): Promise<ContactField[]> {
    const held = await Promise.all([...this.#typists].map((bringIn) => bringIn()));
    await this.settled();
    return held.filter((field) => field !== undefined);
  }

  /** Resolves when every edit so far is in the document. */
  async settled(): Promise<void> {
    await this.#last;
  }

  #edit(replacementIn: (text: string) => TextReplacement | undefined): Promise<void> {
    const result = this.#last.then(() => this.#apply(replacementIn));
    this.#last = result.catch(() => {}); // the caller hears of it; the next edit is not to blame
    return result;
  }

  async #apply(replacementIn: (text: string) => TextReplacement | undefined): Promise<void> {
    // VS Code refuses an edit of a text that has moved meanwhile; then it is worked out again.
    for (let attempt = 0; attempt < tries; attempt += 1) {
      if (this.#document.isClosed) return;
      const replacement = replacementIn(this.#document.getText());
      if (replacement === undefined) return;
      const { offset, length, text } = replacement;
      const range = new vscode.Range(this.#document.positionAt(offset), this.#document.positionAt(offset + length));
      const edit = new vscode.WorkspaceEdit();
      edit.replace(this.#document.uri, range, text, asItIs);
      if (await vscode.workspace.applyEdit(edit)) return;
    }
    throw new Error(t("VS Code did not take the edit. Try again."));
  }
}
