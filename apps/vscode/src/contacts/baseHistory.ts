import type { KeptBase } from "./keptBase.ts";

const most = 50;

/**
 * Which base belonged to which text of a document, for undo and redo.
 *
 * Taking a read text is a step that VS Code can undo. The old text comes back then, and its old values would look
 * like edits over the new base: so the old base has to come back with it.
 */
export class BaseHistory {
  readonly #bases = new Map<string, KeptBase>();

  /** A document went from one text and base to another. */
  record(before: { text: string; base: KeptBase | undefined }, after: { text: string; base: KeptBase }): void {
    if (before.base !== undefined) this.#remember(before.text, before.base);
    this.#remember(after.text, after.base);
  }

  /** The base that belonged to a text which undo or redo has brought back. */
  baseOf(text: string): KeptBase | undefined {
    return this.#bases.get(text);
  }

  #remember(text: string, base: KeptBase): void {
    this.#bases.delete(text);
    this.#bases.set(text, base);
    const [oldest] = this.#bases.keys();
    if (this.#bases.size > most && oldest !== undefined) this.#bases.delete(oldest);
  }
}
