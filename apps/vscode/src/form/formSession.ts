import type { ContactField, JsonValue } from "@raze-contacts/schema";
import * as v from "valibot";
import * as vscode from "vscode";
import type { ContactAddress } from "../contacts/document/contactUri.ts";
import { DocumentEdits } from "../contacts/document/documentEdits.ts";
import { settleUnchanged } from "../contacts/revertContact.ts";
import { chooseSide } from "../contacts/save/conflictChoices.ts";
import type { FormRooms } from "./formRooms.ts";
import { formState } from "./formState.ts";
import { type FormState, type FromWebview, fromWebviewSchema, type ToWebview } from "./protocol.ts";

const flushLimitMs = 1_200; // VS Code waits 1.5 s for whoever holds up a save

/** One form on the screen: the document on one side, its webview on the other. */
export class FormSession implements vscode.Disposable {
  readonly #document: vscode.TextDocument;
  readonly #address: ContactAddress;
  readonly #panel: vscode.WebviewPanel;
  readonly #rooms: FormRooms;
  readonly #edits: DocumentEdits;
  readonly #subscriptions: vscode.Disposable[];
  readonly #flushes = new Map<number, (held?: ContactField) => void>();
  #acknowledged = 0;
  #first = "";
  #flushCount = 0;
  #isReady = false;
  #isDisposed = false;

  constructor(document: vscode.TextDocument, address: ContactAddress, panel: vscode.WebviewPanel, rooms: FormRooms) {
    this.#document = document;
    this.#address = address;
    this.#panel = panel;
    this.#rooms = rooms;
    this.#edits = DocumentEdits.of(document);
    const isMine = (uri: vscode.Uri) => uri.toString() === document.uri.toString();
    this.#subscriptions = [
      this.#edits.addTypist(() => this.#flush()),
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      panel.onDidChangeViewState(() => panel.visible || this.#nameTab(this.#state())),
      vscode.workspace.onDidChangeTextDocument((event) => isMine(event.document.uri) && this.#render()),
      rooms.accounts.onDidChange((id) => id === address.accountId && this.#render()),
      rooms.bases.onDidChange((uri) => isMine(uri) && this.#render()),
      rooms.notices.onDidChange((uri) => isMine(uri) && this.#render()),
      vscode.workspace.onWillSaveTextDocument((event) => {
        if (isMine(event.document.uri)) event.waitUntil(this.#flush());
      }),
    ];
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const flushed of this.#flushes.values()) flushed();
  }

  /** What the form shows first; nothing when it was closed meanwhile. */
  async firstState(): Promise<FormState | undefined> {
    await this.#rooms.bases.find(this.#document.uri);
    if (this.#isDisposed) return undefined;
    const state = this.#state();
    this.#first = JSON.stringify(state);
    // The name moves all tabs, so it comes once the form is there; behind another tab there is no form yet.
    if (!this.#panel.visible) this.#nameTab(state);
    return state;
  }

  #render(): void {
    if (this.#isDisposed) return;
    const state = this.#state();
    this.#nameTab(state);
    this.#post(state);
  }

  #nameTab({ draft, base }: FormState): void {
    const stored = base.kind === "known" ? base.values.name : undefined;
    this.#panel.title = (draft.kind === "values" && draft.values.name) || stored || this.#address.id;
  }

  #state(): FormState {
    const { accounts, bases, notices } = this.#rooms;
    const uri = this.#document.uri;
    return formState({
      address: this.#address,
      account: accounts.byId(this.#address.accountId),
      text: this.#document.getText(),
      base: bases.get(uri),
      notice: notices.get(uri),
      acknowledged: this.#acknowledged,
      saving: notices.isSaving(uri),
    });
  }

  #post(message: ToWebview): void {
    // False only says that the page is not there yet: it asks with "ready" when it is.
    void this.#panel.webview.postMessage(message);
  }

  async #receive(raw: unknown): Promise<void> {
    const parsed = v.safeParse(fromWebviewSchema, raw);
    if (!parsed.success) {
      this.#rooms.log.warn("The form sent a message that is not in its protocol.");
      return;
    }
    await this.#rooms.attempt(() => this.#handle(parsed.output));
  }

  async #handle(message: FromWebview): Promise<void> {
    switch (message.kind) {
      case "ready": {
        this.#acknowledged = 0;
        this.#isReady = true;
        await this.#rooms.bases.find(this.#document.uri);
        if (this.#isDisposed) return;
        const state = this.#state();
        this.#nameTab(state);
        if (!message.isShown || JSON.stringify(state) !== this.#first) this.#post(state);
        return;
      }
      case "edit":
        await this.#set(message.field, message.value, message.sequence);
        return;
      case "revert":
        await this.#set(message.field, this.#baseValue(message.field), message.sequence);
        await settleUnchanged(this.#rooms, this.#document);
        return;
      case "flushed":
        await this.#edits.settled();
        this.#flushes.get(message.request)?.(message.held);
        return;
      case "choose":
        await this.#edits.settled();
        await chooseSide(this.#rooms.notices, this.#document.uri, message.path, message.side);
        return;
      case "action":
        await this.#edits.settled();
        await this.#rooms.actions[message.action](this.#document.uri);
        return;
    }
  }

  async #set(field: ContactField, value: JsonValue | undefined, sequence: number): Promise<void> {
    try {
      await this.#edits.set(field, value);
    } finally {
      // An edit that failed is answered too: the form then shows what the document really holds.
      this.#acknowledged = Math.max(this.#acknowledged, sequence);
      this.#render();
    }
  }

  #baseValue(field: ContactField): JsonValue | undefined {
    const base = this.#rooms.bases.get(this.#document.uri);
    return base?.kind === "known" ? base.values[field] : undefined;
  }

  /**
   * Brings the text that is still being typed into the document; a page that is not there yet has none.
   *
   * @returns the field that holds something that no draft can take
   */
  async #flush(): Promise<ContactField | undefined> {
    if (this.#isDisposed || !this.#isReady) {
      await this.#edits.settled();
      return undefined;
    }
    this.#flushCount += 1;
    const request = this.#flushCount;
    return await new Promise((resolve) => {
      const done = (held?: ContactField) => {
        clearTimeout(timer);
        this.#flushes.delete(request);
        resolve(held);
      };
      const timer = setTimeout(done, flushLimitMs);
      this.#flushes.set(request, done);
      this.#post({ kind: "flush", request });
    });
  }
}
