import * as vscode from "vscode";
import type { Banner, FieldFault } from "../form/protocol.ts";

/** What stands above and under the fields of a contact until the next save or reload. */
export type Notice = { readonly banner?: Banner; readonly serverFaults?: readonly FieldFault[] };

/** The latest notice of every open contact, and which contacts are being saved right now. */
export class Notices {
  readonly #notices = new Map<string, Notice>();
  readonly #saving = new Set<string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  get(contact: vscode.Uri): Notice {
    return this.#notices.get(contact.toString()) ?? {};
  }

  isSaving(contact: vscode.Uri): boolean {
    return this.#saving.has(contact.toString());
  }

  show(contact: vscode.Uri, notice: Notice): void {
    this.#notices.set(contact.toString(), notice);
    this.#changed.fire(contact);
  }

  clear(contact: vscode.Uri): void {
    if (this.#notices.delete(contact.toString())) this.#changed.fire(contact);
  }

  /** Marks the contact as being saved while `work` runs. */
  async whileSaving<Result>(contact: vscode.Uri, work: () => Promise<Result>): Promise<Result> {
    this.#saving.add(contact.toString());
    this.#changed.fire(contact);
    try {
      return await work();
    } finally {
      this.#saving.delete(contact.toString());
      this.#changed.fire(contact);
    }
  }
}
