import * as vscode from "vscode";
import type { Accounts } from "../accounts/accounts.ts";
import { withKey } from "../accounts/signIn.ts";
import { t } from "../words/translate.ts";
import type { ContactReader } from "./contactReader.ts";
import { textOf } from "./document/contactText.ts";
import { contactScheme, openDocument, parseContactUri } from "./document/contactUri.ts";

/** Read-only texts under a scheme of their own. */
class Copies implements vscode.TextDocumentContentProvider {
  readonly #textOf: (uri: vscode.Uri) => string;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly scheme: string;

  constructor(scheme: string, textOf: (uri: vscode.Uri) => string) {
    this.scheme = scheme;
    this.#textOf = textOf;
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#textOf(uri);
  }

  refresh(contact: vscode.Uri): vscode.Uri {
    const copy = contact.with({ scheme: this.scheme });
    this.#changed.fire(copy);
    return copy;
  }
}

/**
 * Compares a draft with what the server holds now, as text.
 *
 * Both sides are read-only copies. With the draft itself on one side, VS Code would ask whether to save it when the
 * comparison is closed, and "Don't Save" would throw away the draft that is still open in the form.
 */
export class ContactComparison implements vscode.Disposable {
  readonly #accounts: Accounts;
  readonly #reader: ContactReader;
  readonly #read = new Map<string, string>();
  readonly #server = new Copies(
    "raze-contact-server",
    ({ authority, path }) => this.#read.get(authority + path) ?? t("Compare again to read the contact."),
  );
  readonly #draft = new Copies(
    "raze-contact-draft",
    (uri) => openDocument(uri.with({ scheme: contactScheme }))?.getText() ?? "",
  );
  readonly #subscriptions = [
    vscode.workspace.registerTextDocumentContentProvider(this.#server.scheme, this.#server),
    vscode.workspace.registerTextDocumentContentProvider(this.#draft.scheme, this.#draft),
    vscode.workspace.onDidChangeTextDocument(({ document: { uri } }) => {
      if (uri.scheme === contactScheme) this.#draft.refresh(uri);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      // A change of language closes and opens the same document.
      if (uri.scheme === this.#server.scheme && openDocument(uri) === undefined) {
        this.#read.delete(uri.authority + uri.path);
      }
    }),
  ];

  constructor(accounts: Accounts, reader: ContactReader) {
    this.#accounts = accounts;
    this.#reader = reader;
  }

  /** Reads the contact and opens the comparison; the draft's base stays what it was. */
  async open(contact: vscode.Uri): Promise<void> {
    const address = parseContactUri(contact);
    if (address === undefined) return;
    const base = await withKey(this.#accounts, address.accountId, () => this.#reader.readKnown(address));
    if (base === undefined) return;
    const { authority, path } = contact;
    this.#read.set(authority + path, textOf(base));
    const title = t("{0}: On the Server ↔ Draft", base.values.name || address.id);
    const sides = [this.#server.refresh(contact), this.#draft.refresh(contact)];
    await vscode.commands.executeCommand("vscode.diff", ...sides, title);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
