import * as vscode from "vscode";
import type { Account } from "../accounts/account.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { signIn } from "../accounts/signIn.ts";
import { FormEditor } from "../form/formEditor.ts";
import { openDocument } from "./contactFileSystem.ts";
import type { ContactReader } from "./contactReader.ts";
import { type ContactAddress, contactUri } from "./contactUri.ts";
import type { RecentContacts } from "./recentContacts.ts";

/** What opening a contact needs. */
export type OpeningRooms = {
  readonly accounts: Accounts;
  readonly reader: ContactReader;
  readonly recents: RecentContacts;
};

/** Opens a contact in its form with one call to the server, or with none when it is open already. */
export async function openContact(rooms: OpeningRooms, account: Account, id: ContactAddress["id"]): Promise<void> {
  const address = { accountId: account.id, id };
  const contact = contactUri(address);
  if (openDocument(contact) !== undefined) {
    await vscode.commands.executeCommand("vscode.openWith", contact, FormEditor.viewType);
    return;
  }
  if (account.kind === "server" && !(await rooms.accounts.hasKey(account))) {
    if ((await signIn(rooms.accounts, account)) === undefined) return;
  }
  const base = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Reading {0}", id) },
    () => rooms.reader.read(address),
  );
  rooms.reader.prepare(contact, base);
  try {
    await vscode.commands.executeCommand("vscode.openWith", contact, FormEditor.viewType);
  } finally {
    rooms.reader.discard(contact);
  }
  const { name = "", company = "" } = base.kind === "known" ? base.values : {};
  await rooms.recents.add({ accountId: account.id, id, name, company, openedAt: Date.now() });
}
