import * as vscode from "vscode";
import { textOf } from "../document/contactText.ts";
import { contactScheme, openDocument } from "../document/contactUri.ts";
import type { FieldValues } from "../document/fieldValues.ts";
import type { Notices } from "../notices/notices.ts";
import { BaseHistory } from "./baseHistory.ts";
import { errorKind } from "./diskFailures.ts";
import type { KeptBase } from "./keptBase.ts";
import type { KeptBases } from "./keptBases.ts";

/** What is followed of an open contact. */
type Followed = { text: string; read: KeptBase | undefined; readonly history: BaseHistory };

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
  readonly #notices: Notices;
  readonly #followed = new Map<string, Followed>();
  readonly #subscription: vscode.Disposable;

  constructor(bases: KeptBases, notices: Notices, log: vscode.LogOutputChannel) {
    this.#bases = bases;
    this.#notices = notices;
    const orLog = (work: Promise<unknown>) => void work.catch((error: unknown) => log.error(errorKind(error)));
    // A draft that VS Code has restored: its base is looked up before anybody types.
    const found = (document: vscode.TextDocument) => {
      if (document.uri.scheme === contactScheme) orLog(bases.find(document.uri));
    };
    this.#subscription = vscode.Disposable.from(
      vscode.workspace.onDidOpenTextDocument(found),
      vscode.workspace.onDidChangeTextDocument(({ document, reason }) => {
        if (document.uri.scheme === contactScheme) orLog(this.#follow(document, reason));
      }),
    );
    for (const document of vscode.workspace.textDocuments) found(document);
  }

  /** A contact was read for its document; resolves when the base is where it has to be. */
  async take(contact: vscode.Uri, base: KeptBase): Promise<void> {
    await this.#bases.find(contact);
    const document = openDocument(contact);
    const isTaken = document === undefined || document.getText() === textOf(base);
    this.#followed.set(contact.toString(), {
      text: document?.getText() ?? textOf(base),
      read: isTaken ? undefined : base,
      history: this.#followed.get(contact.toString())?.history ?? new BaseHistory(),
    });
    if (isTaken) await this.#move(contact, base, textOf(base));
  }

  /** A save has moved the base of the text as it stands. */
  async moveFields(
    contact: vscode.Uri,
    before: FieldValues,
    base: Extract<KeptBase, { kind: "known" }>,
  ): Promise<void> {
    const followed = this.#followed.get(contact.toString());
    followed?.history.moveFields(before, base.values);
    if (followed !== undefined) followed.read = undefined; // what was read and not taken is older than the save
    await this.#bases.move(contact, base);
  }

  forget(contact: vscode.Uri): void {
    this.#followed.delete(contact.toString());
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  async #follow(document: vscode.TextDocument, reason: vscode.TextDocumentChangeReason | undefined): Promise<void> {
    const contact = document.uri;
    const text = document.getText();
    const followed = this.#followed.get(contact.toString());
    if (followed === undefined) return this.#bases.follow(contact, text);
    const before = { text: followed.text, base: this.#bases.get(contact) };
    followed.text = text;
    const { read, history } = followed;
    const moved = reason === undefined ? undefined : history.move(before.text, text);
    if (moved !== undefined) {
      if (moved.base === undefined) await this.#bases.forget(contact);
      else await this.#bases.keep(contact, moved.base, text);
    } else if (reason === undefined && read !== undefined && textOf(read) === text) {
      followed.read = undefined;
      history.record(before, { text, base: read });
      await this.#move(contact, read, text);
    } else await this.#bases.follow(contact, text);
  }

  async #move(contact: vscode.Uri, base: KeptBase, text: string): Promise<void> {
    this.#notices.clear(contact); // whatever it said was of the draft that is gone
    await this.#bases.keep(contact, base, text);
  }
}
