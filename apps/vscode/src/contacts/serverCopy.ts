import * as vscode from "vscode";
import type { ContactReader } from "./contactReader.ts";
import { textOf } from "./contactText.ts";
import { contactScheme, parseContactUri } from "./contactUri.ts";

/** The scheme of read-only copies of what the server holds. */
export const serverCopyScheme = "raze-contact-server";

/** Serves the other side of a comparison: the contact as the server holds it now. */
export class ServerCopies implements vscode.TextDocumentContentProvider {
  readonly #reader: ContactReader;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  constructor(reader: ContactReader) {
    this.#reader = reader;
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const address = parseContactUri(uri.with({ scheme: contactScheme }));
    if (address === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    const base = await this.#reader.read(address);
    if (base.kind === "unknown") throw new Error(base.reason);
    return textOf(base);
  }

  /** Opens a text comparison of the server's copy and the draft. The base of the draft stays what it was. */
  async compare(contact: vscode.Uri): Promise<void> {
    const copy = contact.with({ scheme: serverCopyScheme });
    this.#changed.fire(copy);
    const title = vscode.l10n.t("On the Server ↔ Draft");
    await vscode.commands.executeCommand("vscode.diff", copy, contact, title);
  }
}
