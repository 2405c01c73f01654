import * as vscode from "vscode";
import { parseContactUri } from "../contacts/document/contactUri.ts";
import { t } from "../words/translate.ts";
import { formHtml } from "./formHtml.ts";
import type { FormRooms } from "./formRooms.ts";
import { FormSession } from "./formSession.ts";

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
    if (address === undefined) throw new Error(t("This is not a contact's address."));
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [vscode.Uri.joinPath(this.#extensionUri, "dist")],
    };
    const session = new FormSession(document, address, panel, this.#rooms);
    panel.onDidDispose(() => session.dispose());
    // VS Code begins to make the page once it has this answer: what goes in must not come before it.
    setTimeout(() => void this.#rooms.attempt(() => this.#fill(panel, session)));
  }

  async #fill(panel: vscode.WebviewPanel, session: FormSession): Promise<void> {
    const state = await session.firstState();
    if (state !== undefined) panel.webview.html = formHtml(panel.webview, this.#extensionUri, state);
  }
}
