import * as vscode from "vscode";
import { t } from "../words/translate.ts";

const key = "agentDrafts";

/**
 * The drafts that an agent wrote into, until a person has agreed to send them. Kept with the workspace, for a draft
 * outlives its window.
 */
export class AgentDrafts {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  /** Marks a draft. Done before anything is written, so that there is no moment at which it could be sent unasked. */
  async mark(contact: vscode.Uri): Promise<void> {
    await this.#state.update(key, [...new Set([...this.#marked, contact.toString()])]);
  }

  /** The draft is a person's again. */
  async forget(contact: vscode.Uri): Promise<void> {
    if (this.#marked.includes(contact.toString())) {
      await this.#state.update(
        key,
        this.#marked.filter((uri) => uri !== contact.toString()),
      );
    }
  }

  /**
   * Asks once before a draft is sent that an agent wrote into.
   *
   * @param changes what would be sent, in words
   * @throws Error when the person does not agree
   */
  async agree(contact: vscode.Uri, changes: string): Promise<void> {
    if (!this.#marked.includes(contact.toString())) return;
    const send = t("Send");
    const message = t("An agent wrote into this draft. Send it?");
    const chosen = await vscode.window.showWarningMessage(message, { modal: true, detail: changes }, send);
    if (chosen !== send) throw new Error(t("Nothing was sent. The agent's draft is kept."));
    await this.forget(contact);
  }

  get #marked(): readonly string[] {
    return this.#state.get<readonly string[]>(key, []);
  }
}
