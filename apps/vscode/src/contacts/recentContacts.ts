import type * as vscode from "vscode";
import * as z from "zod/mini";

const most = 50;
const storageKey = "recentContacts";

const recentContactSchema = z.object({
  accountId: z.string(),
  id: z.string(),
  name: z.string(),
  company: z.string(),
  openedAt: z.number(),
});
/** A contact that was opened, with no more of it than the list shows. */
export type RecentContact = z.output<typeof recentContactSchema>;

const recentContactsSchema = z.array(recentContactSchema);

/** The contacts that were opened last, newest first, at most 50 an account. */
export class RecentContacts {
  readonly #state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.#state = state;
  }

  of(accountId: string): RecentContact[] {
    return this.#all().filter((contact) => contact.accountId === accountId);
  }

  async add(contact: RecentContact): Promise<void> {
    const isSame = (other: RecentContact) => other.accountId === contact.accountId && other.id === contact.id;
    const sameAccount = this.of(contact.accountId).filter((other) => !isSame(other));
    const others = this.#all().filter((other) => other.accountId !== contact.accountId);
    await this.#state.update(storageKey, [contact, ...sameAccount].slice(0, most).concat(others));
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
    const parsed = recentContactsSchema.safeParse(this.#state.get(storageKey) ?? []);
    return parsed.success ? parsed.data : [];
  }
}
