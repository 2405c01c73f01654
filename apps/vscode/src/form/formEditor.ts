import * as vscode from "vscode";
import { readContactText } from "../contacts/contactText.ts";
import { parseContactUri } from "../contacts/contactUri.ts";
import { errorSentence } from "../words/errorSentence.ts";
import { t } from "../words/translate.ts";
import { type FormParts, formHtml, readFormParts } from "./formHtml.ts";
import type { FormRooms } from "./formRooms.ts";
import { FormSession } from "./formSession.ts";

/** The form as one editor over a contact's document; the JSON text editor is the other. */
export class FormEditor implements vscode.CustomTextEditorProvider {
  readonly #rooms: FormRooms;
  readonly #extensionUri: vscode.Uri;
  #parts: Promise<FormParts> | undefined;

  constructor(extensionUri: vscode.Uri, rooms: FormRooms) {
    this.#extensionUri = extensionUri;
    this.#rooms = rooms;
  }

  resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel): void {
    const address = parseContactUri(document.uri);
    if (address === undefined) throw new Error(t("This is not a contact's address."));
    panel.webview.options = { enableScripts: true, localResourceRoots: [] };
    // A tab that opens behind another has no form yet that could give it its name.
    const read = readContactText(document.getText());
    panel.title = (read.kind === "values" && read.values.name) || address.id;
    const session = new FormSession(document, address, panel, this.#rooms);
    panel.onDidDispose(() => session.dispose());
    // VS Code makes the page's frame when this has returned: it loads while the page is on its way.
    setTimeout(() => this.#fill(panel, session).catch((error) => vscode.window.showErrorMessage(errorSentence(error))));
  }

  async #fill(panel: vscode.WebviewPanel, session: FormSession): Promise<void> {
    this.#parts ??= readFormParts(this.#extensionUri);
    const parts = await this.#parts;
    const state = await session.firstState();
    if (state !== undefined) panel.webview.html = formHtml(parts, state);
  }
}
