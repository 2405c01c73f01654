import * as vscode from "vscode";
import type { ContactReader } from "./contactReader.ts";
import { textOf } from "./contactText.ts";
import { contactScheme, openDocument, parseContactUri } from "./contactUri.ts";

const serverScheme = "raze-contact-server";
const draftScheme = "raze-contact-draft";

/**
 * Compares a draft with what the server holds now, as text.
 *
 * Both sides are read-only copies. With the draft itself on one side, VS Code would ask whether to save it when the
 * comparison is closed, and "Don't Save" would throw away the draft that is still open in the form.
 */
export class ContactComparison implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #reader: ContactReader;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions = [
    vscode.workspace.registerTextDocumentContentProvider(serverScheme, this),
    vscode.workspace.registerTextDocumentContentProvider(draftScheme, this),
    vscode.workspace.onDidChangeTextDocument(({ document: { uri } }) => {
      if (uri.scheme === contactScheme) this.#changed.fire(uri.with({ scheme: draftScheme }));
    }),
  ];

  constructor(reader: ContactReader) {
    this.#reader = reader;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const contact = uri.with({ scheme: contactScheme });
    if (uri.scheme === draftScheme) return openDocument(contact)?.getText() ?? "";
    const address = parseContactUri(contact);
    if (address === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return textOf(await this.#reader.readKnown(address));
  }

  /** Opens the comparison with a fresh read of the server's side. The draft's base stays what it was. */
  async open(contact: vscode.Uri): Promise<void> {
    const server = contact.with({ scheme: serverScheme });
    this.#changed.fire(server);
    const title = vscode.l10n.t("On the Server ↔ Draft");
    await vscode.commands.executeCommand("vscode.diff", server, contact.with({ scheme: draftScheme }), title);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
