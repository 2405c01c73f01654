import { RazeError } from "@raze-contacts/core";
import type { Contact } from "@raze-contacts/schema";
import * as vscode from "vscode";
import type { Accounts } from "../accounts/accounts.ts";
import { editableValues } from "./contactText.ts";
import { type ContactAddress, contactUri } from "./contactUri.ts";
import type { KeptBase } from "./keptBases.ts";

/** Reads contacts, with one request in flight per contact and no request at all for what is already at hand. */
export class ContactReader {
  readonly #accounts: Accounts;
  readonly #inFlight = new Map<string, Promise<KeptBase>>();
  readonly #prepared = new Map<string, KeptBase>();

  constructor(accounts: Accounts) {
    this.#accounts = accounts;
  }

  /**
   * What a draft of this contact starts from.
   *
   * A server that refuses to show the contact (403) or fails (5xx) may still take an update, so the contact opens
   * with its values unknown. Every other failure is thrown: no save could come of it.
   */
  read(address: ContactAddress): Promise<KeptBase> {
    const key = contactUri(address).toString();
    const prepared = this.#prepared.get(key);
    if (prepared !== undefined) {
      this.#prepared.delete(key);
      return Promise.resolve(prepared);
    }
    const running = this.#inFlight.get(key);
    if (running !== undefined) return running;
    const reading = this.#get(address).finally(() => this.#inFlight.delete(key));
    this.#inFlight.set(key, reading);
    return reading;
  }

  /** The next read of this contact is answered with what is already at hand, such as the answer to a save. */
  prepare(contact: vscode.Uri, base: KeptBase): void {
    this.#prepared.set(contact.toString(), base);
  }

  /** Drops what was prepared and never asked for. */
  discard(contact: vscode.Uri): void {
    this.#prepared.delete(contact.toString());
  }

  async #get({ accountId, id }: ContactAddress): Promise<KeptBase> {
    const account = this.#accounts.byId(accountId);
    if (account === undefined) {
      throw new Error(
        vscode.l10n.t("This contact belongs to an account that is signed out. Sign in, then open it again."),
      );
    }
    try {
      const { contact, drift } = await this.#accounts.client(account).get(id);
      await this.#accounts.learn(accountId, true);
      return knownBase(contact, drift);
    } catch (error) {
      if (!(error instanceof RazeError)) throw error;
      if (error.kind === "permission") await this.#accounts.learn(accountId, false);
      if (error.kind === "permission" || error.kind === "server") return { kind: "unknown", reason: error.message };
      throw error;
    }
  }
}

/** A contact from an answer, as the base of a draft. */
export function knownBase(contact: Contact, drift: readonly string[] = []): Extract<KeptBase, { kind: "known" }> {
  const { source, created_at, updated_at } = contact;
  const facts = Object.entries({ source, created_at, updated_at }).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, String(value)] as const],
  );
  return { kind: "known", values: editableValues(contact, drift), facts: Object.fromEntries(facts) };
}
