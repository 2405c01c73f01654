import type { ContactField } from "@raze-contacts/schema";
import type * as vscode from "vscode";
import type { FieldValues } from "../document/fieldValues.ts";

/** What one save did to the fields that it sent. */
export type LastSave = {
  readonly contact: vscode.Uri;
  readonly name: string;
  readonly fields: readonly ContactField[];
  /** What was stored until then; undefined: the server did not show it. A field that is absent could not be read. */
  readonly before: FieldValues | undefined;
  /** What the server answered. */
  readonly after: FieldValues;
};

/** The last save of every contact in this window. In memory alone: it holds values, and is gone with the window. */
export class LastSaves {
  readonly #saves = new Map<string, LastSave>();

  record(save: LastSave): void {
    const key = save.contact.toString();
    this.#saves.delete(key); // a map keeps its order: the newest is last
    this.#saves.set(key, save);
  }

  /** The last save of this contact, or else of the window. */
  of(contact: vscode.Uri | undefined): LastSave | undefined {
    return this.#saves.get(contact?.toString() ?? "") ?? [...this.#saves.values()].at(-1);
  }

  forgetAccount(accountId: string): void {
    for (const [key, { contact }] of this.#saves) if (contact.authority === accountId) this.#saves.delete(key);
  }
}
