import type * as vscode from "vscode";
import type { KeptBase } from "../contacts/base/keptBase.ts";
import { openDocument } from "../contacts/document/contactUri.ts";
import { askToSend } from "../contacts/save/askToSend.ts";
import { changesNothing } from "../contacts/save/draftToSend.ts";
import { t } from "../words/translate.ts";

const key = "agentDrafts";

/**
 * The drafts that an agent wrote into, until a person has agreed to send them. Kept with the workspace, for a draft
 * outlives its window.
 */
export class AgentDrafts {
  readonly #state: vscode.Memento;
  /** The drafts that an agent writes into right now. */
  readonly #writing = new Set<string>();
  /** The drafts of which nothing is left, but that undo can bring back. */
  readonly #givenUp = new Set<string>();
  #last: Promise<void> = Promise.resolve();

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  /**
   * Lets an agent write into a draft. It is marked before anything is written, and stays so while it is, so that there
   * is no moment at which it could be sent unasked. Agents take turns: what one of them leaves undone says nothing of
   * another.
   */
  write(document: vscode.TextDocument, work: () => Promise<void>): Promise<void> {
    const write = this.#last.then(() => this.#write(document, work));
    this.#last = write.catch(() => {}); // the agent hears of it; the next one is not to blame
    return write;
  }

  /** The draft is another now. With nothing in it that could be sent it is a person's again, until undo brings it back. */
  async follow(document: vscode.TextDocument, base: KeptBase | undefined, isUndone: boolean): Promise<void> {
    const contact = document.uri;
    const isMarked = this.#isMarked(contact);
    const mayChange = isMarked
      ? !this.#writing.has(contact.toString())
      : isUndone && this.#givenUp.has(contact.toString());
    if (!mayChange || isMarked !== changesNothing(document.getText(), base)) return;
    if (!isMarked) return this.#mark(contact);
    this.#givenUp.add(contact.toString());
    await this.#unmark(contact);
  }

  /** The draft is a person's again. */
  async forget(contact: vscode.Uri): Promise<void> {
    this.#givenUp.delete(contact.toString());
    await this.#unmark(contact);
  }

  /**
   * Asks once before a draft is sent that an agent wrote into.
   *
   * @param text what would be sent; what an agent writes on top of it meanwhile is asked about again
   * @param changes the same in words
   * @throws Error when the person does not agree
   */
  async agree(contact: vscode.Uri, text: string, changes: string): Promise<void> {
    if (!this.#isMarked(contact)) return;
    const isAgreed = await askToSend(t("An agent wrote into this draft. Send it?"), changes);
    if (!isAgreed) throw new Error(t("Nothing was sent. The agent's draft is kept."));
    if (openDocument(contact)?.getText() === text) await this.forget(contact);
  }

  async #write(document: vscode.TextDocument, work: () => Promise<void>): Promise<void> {
    const contact = document.uri;
    const [before, wasMarked] = [document.getText(), this.#isMarked(contact)];
    this.#writing.add(contact.toString());
    try {
      await this.#mark(contact);
      await work();
    } finally {
      this.#writing.delete(contact.toString());
      if (!wasMarked && document.getText() === before) await this.#unmark(contact);
    }
  }

  async #mark(contact: vscode.Uri): Promise<void> {
    await this.#state.update(key, [...new Set([...this.#marked, contact.toString()])]);
  }

  async #unmark(contact: vscode.Uri): Promise<void> {
    if (!this.#isMarked(contact)) return;
    await this.#state.update(
      key,
      this.#marked.filter((uri) => uri !== contact.toString()),
    );
  }

  #isMarked(contact: vscode.Uri): boolean {
    return this.#marked.includes(contact.toString());
  }

  get #marked(): readonly string[] {
    return this.#state.get<readonly string[]>(key, []);
  }
}
