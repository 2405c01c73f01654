import { type AttemptEvent, type ContactsClient, createContactsClient, type RateLimit } from "@raze-contacts/core";
import * as v from "valibot";
import * as vscode from "vscode";
import { type Account, accountsSchema, type ServerAccount } from "./account.ts";
import type { SandboxServer } from "./sandboxServer.ts";
import { watchQuota } from "./watchQuota.ts";

const listKey = "accounts";
const currentKey = "currentAccount";
const secretName = (accountId: string) => `key.${accountId}`;

/** The accounts that a person has signed in to, which of them is in use, and the client to call each with. */
export class Accounts {
  readonly #state: vscode.Memento;
  readonly #secrets: vscode.SecretStorage;
  readonly #sandbox: SandboxServer;
  readonly #log: (attempt: AttemptEvent) => void;
  readonly #noteQuota: (account: Account, quota: RateLimit | undefined) => void;
  readonly #changed = new vscode.EventEmitter<string>();
  /** The account with this id is another now. */
  readonly onDidChange = this.#changed.event;

  constructor(
    context: vscode.ExtensionContext,
    sandbox: SandboxServer,
    log: (attempt: AttemptEvent) => void,
    noteQuota: (account: Account, quota: RateLimit | undefined) => void,
  ) {
    this.#state = context.globalState;
    this.#secrets = context.secrets;
    this.#sandbox = sandbox;
    this.#log = log;
    this.#noteQuota = noteQuota;
  }

  /** Every account. One that is signed out is among them, for its contacts may still be open. */
  get known(): readonly Account[] {
    const parsed = v.safeParse(accountsSchema, this.#state.get(listKey) ?? []);
    return parsed.success ? parsed.output : [];
  }

  /** The accounts that are signed in. */
  get all(): readonly Account[] {
    return this.known.filter((account) => !account.isSignedOut);
  }

  /** The account that new contacts are opened from. */
  get current(): Account | undefined {
    const id = this.#state.get(currentKey);
    return this.all.find((account) => account.id === id) ?? this.all[0];
  }

  /** An account, signed in or not. */
  byId(id: string): Account | undefined {
    return this.known.find((account) => account.id === id);
  }

  /** Makes an account the one in use, and adds it if it is new. */
  async use(account: Account): Promise<void> {
    await this.#put(account, { isSignedOut: false });
    await this.#state.update(currentKey, account.id);
  }

  /** Gives an account another name. */
  async rename(account: Account, label: string): Promise<void> {
    await this.#put(account, { label });
  }

  /** Keeps the account's key. Another account that is in use stays so. */
  async signIn(account: ServerAccount, key: string): Promise<ServerAccount> {
    await this.#secrets.store(secretName(account.id), key);
    const inUse = this.current ?? account;
    const changes = { isSignedOut: false, isReadOnly: false };
    await this.#put(account, changes);
    await this.#state.update(currentKey, inUse.id);
    return { ...account, ...changes };
  }

  /** Remembers whether the account's key may change contacts, as an update has shown. */
  async noteReadOnly({ id }: Account, isReadOnly: boolean): Promise<void> {
    const account = this.byId(id);
    if (account?.kind !== "server" || (account.isReadOnly ?? false) === isReadOnly) return;
    await this.#put(account, { isReadOnly });
  }

  /** Deletes the account's key. */
  async signOut(account: Account): Promise<void> {
    await this.#secrets.delete(secretName(account.id));
    await this.#put(account, { isSignedOut: true });
  }

  /** Whether a call can be made as this account; a keyring that was lost or locked says no. */
  async hasKey(account: Account): Promise<boolean> {
    if (account.kind === "sandbox") return true; // it needs none
    return !account.isSignedOut && (await this.#secrets.get(secretName(account.id))) !== undefined;
  }

  client(account: Account): ContactsClient {
    if (account.kind === "sandbox") return createContactsClient({ ...this.#sandbox.access, onAttempt: this.#log });
    const client = createContactsClient({
      apiKey: async () => (await this.#secrets.get(secretName(account.id))) ?? "",
      baseUrl: account.baseUrl,
      onAttempt: this.#log,
      maxRetryDelayMs: 900, // a wait that the server asks for, in whole seconds, is the person's to decide on
    });
    return watchQuota(client, (quota) => this.#noteQuota(account, quota));
  }

  /** Adds an account, or changes it as it is by now: whoever has it in hand may have had it for long. */
  async #put(account: Account, changes: Partial<ServerAccount>): Promise<void> {
    const isIt = ({ id }: Account) => id === account.id;
    const { known } = this;
    const all = known.some(isIt) ? known : [...known, account];
    await this.#state.update(
      listKey,
      all.map((one) => (isIt(one) ? { ...one, ...changes } : one)),
    );
    this.#changed.fire(account.id);
  }
}

/** A client for a key that is not kept yet, to check it. */
export const trialClient = (baseUrl: string, apiKey: string): ContactsClient =>
  createContactsClient({ apiKey, baseUrl });
