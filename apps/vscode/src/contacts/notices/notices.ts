import type { FieldError } from "@raze-contacts/schema";
import * as vscode from "vscode";
import type { ContactAction } from "./contactActionNames.ts";
import type { OpenConflict } from "./openConflicts.ts";

/** A notice above the fields of a contact, with its next steps. */
export type Banner = {
  readonly tone: "information" | "warning" | "error";
  readonly text: string;
  readonly actions: readonly { readonly action: ContactAction; readonly label: string }[];
  /** When it makes sense to try again, in milliseconds since 1970. */
  readonly retryAt?: number;
};

/** What stands above and under the fields of a contact until the next save or reload. */
export type Notice = {
  readonly banner?: Banner;
  /** True when the banner is about the text as it is, so that the next edit answers it. */
  readonly untilEdited?: boolean;
  /** True when the form tells of the conflicts as they stand, in place of the banner. */
  readonly tellsConflicts?: boolean;
  /** What the last save found changed on both sides, and what the person chose. */
  readonly conflicts?: readonly OpenConflict[];
  /** What the server said of single fields. */
  readonly serverFaults?: readonly Pick<FieldError, "path" | "message">[];
};

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

  /** The banner is read; what stands under the fields stays. */
  dismiss(contact: vscode.Uri): void {
    const { banner: _, untilEdited: __, tellsConflicts: ___, ...rest } = this.get(contact);
    this.show(contact, rest);
  }

  /** The draft is another now. */
  edited(contact: vscode.Uri): void {
    if (this.get(contact).untilEdited) this.dismiss(contact);
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
