import type { ContactId } from "@raze-contacts/schema";
import * as vscode from "vscode";
import type { Account } from "../accounts/account.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { withKey } from "../accounts/signIn.ts";
import { t } from "../words/translate.ts";
import type { KeptBase } from "./base/keptBase.ts";
import type { ContactFileSystem } from "./contactFileSystem.ts";
import type { ContactReader } from "./contactReader.ts";
import { contactsInTabs, contactUri, formViewType, openDocument } from "./document/contactUri.ts";
import type { RecentContacts } from "./findContact/recentContacts.ts";

/** What opening a contact needs. */
export type OpeningRooms = {
  readonly accounts: Accounts;
  readonly reader: ContactReader;
  readonly fileSystem: ContactFileSystem;
  readonly recents: RecentContacts;
};

/**
 * Opens a contact in its form with one call to the server, or with none when it is open already.
 *
 * @param options how it is shown, and what was just read of it
 * @returns whether it is open; not so if the account has no key that works and the person left without a new one
 */
export async function openContact(
  { accounts, reader, fileSystem, recents }: OpeningRooms,
  account: Account,
  id: ContactId,
  { read, ...options }: vscode.TextDocumentShowOptions & { readonly read?: KeptBase } = {},
): Promise<boolean> {
  const address = { accountId: account.id, id };
  const contact = contactUri(address);
  const show = () => vscode.commands.executeCommand("vscode.openWith", contact, formViewType, options);
  // VS Code keeps a document for minutes after its tab, or without ever one: what it says may be old.
  const hasTab = contactsInTabs().some((one) => one.toString() === contact.toString());
  if (hasTab && openDocument(contact) !== undefined) {
    await show();
    const known = recents.of(account.id).find((recent) => recent.id === id);
    if (known !== undefined) await recents.add({ ...known, openedAt: Date.now() });
    return true;
  }
  const progress = { location: vscode.ProgressLocation.Window, title: t("Reading {0}", id) };
  const call = () => vscode.window.withProgress(progress, () => reader.read(address));
  const base = read ?? (await withKey(accounts, account.id, call));
  if (base === undefined) return false;
  const { name = "", company = "" } = base.kind === "known" ? base.values : {};
  await recents.add({ accountId: account.id, id, name, company, openedAt: Date.now() });
  if (openDocument(contact) === undefined) await fileSystem.withAtHand(contact, base, show);
  else {
    if (base.kind === "known") fileSystem.refresh(contact, base);
    await show();
  }
  return true;
}
