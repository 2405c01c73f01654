import * as vscode from "vscode";
import type { Accounts } from "../accounts/accounts.ts";
import { contactOfTab } from "../contacts/contactUri.ts";
import type { LastSaves } from "../contacts/lastSaves.ts";
import type { RecentContacts } from "../contacts/recentContacts.ts";
import { t } from "../words/translate.ts";
import { pickAccount } from "./switchAccount.ts";

/** Raze: Sign Out – the key, the recent contacts and the clean documents of the account are gone; drafts stay. */
export async function signOut(rooms: {
  accounts: Accounts;
  recents: RecentContacts;
  lastSaves: LastSaves;
}): Promise<void> {
  const account = await pickAccount(rooms.accounts, t("Sign Out"));
  if (account === undefined) return;
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter((tab) => contactOfTab(tab)?.authority === account.id);
  const drafts = new Set(tabs.filter((tab) => tab.isDirty).map((tab) => contactOfTab(tab)?.toString()));
  await vscode.window.tabGroups.close(tabs.filter((tab) => !tab.isDirty));
  await rooms.accounts.signOut(account);
  await rooms.recents.forgetAccount(account.id);
  rooms.lastSaves.forgetAccount(account.id);
  const message =
    drafts.size === 0
      ? t("Signed out of {0}.", account.label)
      : t("Signed out of {0}. Drafts that are still open: {1}.", account.label, drafts.size);
  void vscode.window.showInformationMessage(message);
}
