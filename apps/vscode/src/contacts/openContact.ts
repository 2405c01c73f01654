import type { ContactId } from "@raze-contacts/schema";
import * as vscode from "vscode";
import type { Account } from "../accounts/account.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { ensureSignedIn } from "../accounts/signIn.ts";
import type { ContactFileSystem } from "./contactFileSystem.ts";
import type { ContactReader } from "./contactReader.ts";
import { contactUri, formViewType, openDocument } from "./contactUri.ts";
import type { RecentContacts } from "./recentContacts.ts";

/** What opening a contact needs. */
export type OpeningRooms = {
  readonly accounts: Accounts;
  readonly reader: ContactReader;
  readonly fileSystem: ContactFileSystem;
  readonly recents: RecentContacts;
};

/** Opens a contact in its form with one call to the server, or with none when it is open already. */
export async function openContact(rooms: OpeningRooms, account: Account, id: ContactId): Promise<void> {
  const address = { accountId: account.id, id };
  const contact = contactUri(address);
  const show = () => vscode.commands.executeCommand("vscode.openWith", contact, formViewType);
  if (openDocument(contact) !== undefined) {
    await show();
    return;
  }
  if (!(await ensureSignedIn(rooms.accounts, account))) return;
  const base = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: vscode.l10n.t("Reading {0}", id) },
    () => rooms.reader.read(address),
  );
  await rooms.fileSystem.withAtHand(contact, base, show);
  const { name = "", company = "" } = base.kind === "known" ? base.values : {};
  await rooms.recents.add({ accountId: account.id, id, name, company, openedAt: Date.now() });
}
