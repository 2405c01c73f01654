import * as vscode from "vscode";
import type { Accounts } from "../accounts/accounts.ts";
import type { ContactActions } from "../contacts/contactActions.ts";
import { parseContactUri } from "../contacts/contactUri.ts";
import type { KeptBases } from "../contacts/keptBases.ts";
import type { Notices } from "../contacts/notices.ts";
import { formHtml } from "./formHtml.ts";
import { FormSession } from "./formSession.ts";

/** What a form needs of the rest of the extension. */
export type FormRooms = {
  readonly accounts: Accounts;
  readonly bases: KeptBases;
  readonly notices: Notices;
  readonly log: vscode.LogOutputChannel;
  readonly actions: ContactActions;
};

/** The form as one editor over a contact's document; the JSON text editor is the other. */
export class FormEditor implements vscode.CustomTextEditorProvider {
  readonly #rooms: FormRooms;
  readonly #extensionUri: vscode.Uri;

  constructor(extensionUri: vscode.Uri, rooms: FormRooms) {
    this.#extensionUri = extensionUri;
    this.#rooms = rooms;
  }

  resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel): void {
    const address = parseContactUri(document.uri);
    if (address === undefined) throw new Error(vscode.l10n.t("This is not a contact's address."));
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(this.#extensionUri, "dist")],
    };
    const session = new FormSession(document, address, panel, this.#rooms);
    panel.onDidDispose(() => session.dispose());
    panel.webview.html = formHtml(panel.webview, this.#extensionUri);
  }
}
