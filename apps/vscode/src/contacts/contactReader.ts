import { RazeError } from "@raze-contacts/core";
import type { Account } from "../accounts/account.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { errorSentence } from "../words/errorSentence.ts";
import { t } from "../words/translate.ts";
import { type KeptBase, type KnownBase, knownBase } from "./base/keptBase.ts";
import { type ContactAddress, contactUri } from "./document/contactUri.ts";

/** Reads contacts from the server. */
export class ContactReader {
  readonly #accounts: Accounts;
  readonly #opening = new Map<string, Promise<KeptBase>>();

  constructor(accounts: Accounts) {
    this.#accounts = accounts;
  }

  /**
   * What a draft of this contact starts from, with one request in flight, whoever opens it.
   *
   * A server that refuses to show the contact (403) or fails (5xx) may still take an update, so the contact opens
   * with its values unknown. Every other failure is thrown: no save could come of it.
   */
  read(address: ContactAddress): Promise<KeptBase> {
    const key = contactUri(address).toString();
    const running = this.#opening.get(key);
    if (running !== undefined) return running;
    const reading = this.readAnew(address).finally(() => this.#opening.delete(key));
    this.#opening.set(key, reading);
    return reading;
  }

  /** The same as the server holds it now: what another read brings may be older than a save since. */
  readAnew(address: ContactAddress): Promise<KeptBase> {
    return this.readKnown(address).catch(unknownBase);
  }

  /** The same for a contact that is open: unknown values would take the place of known ones, so that is thrown too. */
  async readKnown({ accountId, id }: ContactAddress): Promise<KnownBase> {
    const { contact, drift } = await this.#accounts.client(await this.#signedIn(accountId)).get(id);
    await this.#signedIn(accountId); // whoever signs out meanwhile is shown and leaves nothing more
    return knownBase(contact, drift, true);
  }

  async #signedIn(accountId: string): Promise<Account> {
    const account = this.#accounts.byId(accountId);
    if (account !== undefined && (await this.#accounts.hasKey(account))) return account;
    const label = account?.label ?? t("its account");
    throw new Error(t("You are not signed in to {0}. Run Raze: Sign In…, then try again.", label));
  }
}

function unknownBase(error: unknown): KeptBase {
  const isForbidden = error instanceof RazeError && error.kind === "permission";
  const mayStillWrite = isForbidden || (error instanceof RazeError && error.kind === "server");
  if (mayStillWrite) return { kind: "unknown", reason: errorSentence(error), isForbidden };
  throw error;
}
