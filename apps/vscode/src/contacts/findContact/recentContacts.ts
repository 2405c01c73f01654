import * as v from "valibot";
import type * as vscode from "vscode";
import type { Accounts } from "../../accounts/accounts.ts";

const most = 50;
const storageKey = "recentContacts";

const recentContactSchema = v.object({
  accountId: v.string(),
  id: v.string(),
  name: v.string(),
  company: v.string(),
  openedAt: v.number(),
});
/** A contact that was opened, with no more of it than the list shows. */
export type RecentContact = v.InferOutput<typeof recentContactSchema>;

const recentContactsSchema = v.array(recentContactSchema);

/** The contacts that were opened last, newest first, at most 50 an account. */
export class RecentContacts {
  readonly #state: vscode.Memento;
  readonly #accounts: Accounts;

  constructor(state: vscode.Memento, accounts: Accounts) {
    this.#state = state;
    this.#accounts = accounts;
  }

  of(accountId: string): RecentContact[] {
    return this.#all().filter((contact) => contact.accountId === accountId);
  }

  /** Adds a contact, or moves it to the front. Without a name its values are unknown, and what was known of it stays. */
  async add(contact: RecentContact): Promise<void> {
    if (this.#accounts.byId(contact.accountId)?.isSignedOut) return; // meanwhile: nothing of it is kept
    const recents = this.of(contact.accountId);
    const { name, company } = (contact.name === "" && recents.find(({ id }) => id === contact.id)) || contact;
    const sameAccount = recents.filter(({ id }) => id !== contact.id);
    const others = this.#all().filter((other) => other.accountId !== contact.accountId);
    await this.#state.update(storageKey, [{ ...contact, name, company }, ...sameAccount].slice(0, most).concat(others));
  }

  async forget(accountId: string, id: string): Promise<void> {
    const isIt = (contact: RecentContact) => contact.accountId === accountId && contact.id === id;
    await this.#state.update(
      storageKey,
      this.#all().filter((contact) => !isIt(contact)),
    );
  }

  async forgetAccount(accountId: string): Promise<void> {
    await this.#state.update(
      storageKey,
      this.#all().filter((contact) => contact.accountId !== accountId),
    );
  }

  #all(): RecentContact[] {
    const parsed = v.safeParse(recentContactsSchema, this.#state.get(storageKey) ?? []);
    return parsed.success ? parsed.output : [];
  }
}
