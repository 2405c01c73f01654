import * as vscode from "vscode";
import { tellInStatusBar } from "../../tellInStatusBar.ts";
import { errorSentence } from "../../words/errorSentence.ts";
import { withoutLinks } from "../../words/markup.ts";
import { t } from "../../words/translate.ts";
import { contactOfTab, openDocument, parseContactUri } from "../document/contactUri.ts";
import { DocumentEdits } from "../document/documentEdits.ts";
import type { ContactAction } from "../notices/contactActionNames.ts";
import type { Banner, Notices } from "../notices/notices.ts";
import { heldSentence } from "../notices/saveMessages.ts";
import type { ContactSaver } from "./contactSaver.ts";
import type { SaveReasons } from "./saveReasons.ts";

/** How a save goes about it. */
type SaveHow = {
  /** On the person's word that nobody else matters. */
  readonly withoutReading?: boolean;
  /**
   * What is to be saved on top of the text. The document takes it once it is sent, for VS Code opens an editor for
   * whatever is dirty without one; or when it is refused, and then the form is opened to tell so.
   */
  readonly change?: { readonly textWith: (text: string) => string; readonly put: () => Promise<void> };
};

type Running = { readonly done: Promise<void>; next?: SaveHow };

/**
 * Our own Save of a contact: sends first, and lets VS Code write what is already sent.
 *
 * When VS Code's own save fails, it shows a message with steps of its own (retry, discard) beside ours. Here a save
 * that fails never reaches it: there is one message, where the person looks. A save that is asked for during another
 * waits for its end and then sends the newest text, once.
 */
export class DraftSaves {
  readonly #saver: ContactSaver;
  readonly #notices: Notices;
  readonly #reasons: SaveReasons;
  readonly #running = new Map<string, Running>();
  readonly #act: (action: ContactAction, contact: vscode.Uri) => Promise<void>;

  constructor(
    rooms: { saver: ContactSaver; notices: Notices; reasons: SaveReasons },
    act: (action: ContactAction, contact: vscode.Uri) => Promise<void>,
  ) {
    this.#saver = rooms.saver;
    this.#notices = rooms.notices;
    this.#reasons = rooms.reasons;
    this.#act = act;
  }

  /** Saves the draft of a contact; resolves when it is saved, or when the person knows why it is not. */
  async save(contact: vscode.Uri, how: SaveHow = {}): Promise<void> {
    const key = contact.toString();
    const running = this.#running.get(key);
    if (running !== undefined && how.change !== undefined) {
      await running.done;
      return this.save(contact, how);
    }
    if (running !== undefined) {
      running.next = how;
      return running.done;
    }
    const run: Running = { done: this.#run(contact, how) };
    this.#running.set(key, run);
    try {
      await run.done;
    } finally {
      this.#running.delete(key);
    }
    if (run.next !== undefined) await this.save(contact, run.next);
  }

  /** Resolves when a save that is running is over, however it ends: until then nobody can tell what is a draft. */
  async settled(contact: vscode.Uri): Promise<void> {
    await this.#running.get(contact.toString())?.done.catch(() => {}); // who asked for it hears of it
  }

  async #run(contact: vscode.Uri, how: SaveHow): Promise<void> {
    const document = openDocument(contact);
    const address = parseContactUri(contact);
    if (document === undefined || address === undefined) return;
    const [held] = await DocumentEdits.of(document).flushed();
    const { change } = how;
    const before = this.#notices.get(contact).banner?.text;
    if (held !== undefined && change === undefined) {
      return this.#tell(contact, heldSentence(held), before);
    }
    const text = change === undefined ? document.getText() : change.textWith(document.getText());
    try {
      await this.#saver.save(contact, address, text, how);
    } catch (error) {
      await change?.put();
      if (change !== undefined) await this.#act("open_form", contact);
      this.#tell(contact, errorSentence(error), before);
      return;
    }
    if (!document.isClosed) await change?.put();
    // Typed on meanwhile: the draft goes on, and is dirty rightly.
    if (document.getText() === text) await this.#reasons.saveSettled(document);
  }

  /** In the form's banner where there is a form to see, else as VS Code's message with the same steps. */
  #tell(contact: vscode.Uri, text: string, before: string | undefined): void {
    const notice = this.#notices.get(contact);
    const told = notice.banner?.text === text ? notice.banner : undefined;
    const banner = told ?? { tone: "error", text, actions: [] };
    if (told === undefined)
      this.#notices.show(contact, { ...notice, banner, untilEdited: true, tellsConflicts: false });
    if (isFormVisible(contact)) {
      // A banner that stays as it was is not read out again.
      if (text === before) tellInStatusBar(text);
      return;
    }
    // Only the form has a place to choose sides in.
    const form = { action: "open_form" as const, label: t("Open Form") };
    const actions = notice.conflicts?.length ? [form, ...banner.actions] : banner.actions;
    void showMessage({ ...banner, actions }, (action) => this.#act(action, contact));
  }
}

/** The message stays as long as the person lets it: nothing waits for it. */
async function showMessage({ tone, text, actions }: Banner, act: (action: ContactAction) => Promise<void>) {
  const { showErrorMessage, showWarningMessage } = vscode.window;
  const show = tone === "error" ? showErrorMessage : showWarningMessage;
  const label = await show(withoutLinks(text), ...actions.map((one) => one.label));
  const action = actions.find((one) => one.label === label)?.action;
  try {
    if (action !== undefined) await act(action);
  } catch (error) {
    void showErrorMessage(withoutLinks(errorSentence(error)));
  }
}

const isFormVisible = (contact: vscode.Uri): boolean =>
  vscode.window.tabGroups.all.some(
    ({ activeTab }) =>
      activeTab?.input instanceof vscode.TabInputCustom && contactOfTab(activeTab)?.toString() === contact.toString(),
  );
