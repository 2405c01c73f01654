import * as vscode from "vscode";
import type { Accounts } from "../accounts/accounts.ts";
import type { QuotaStatus } from "../accounts/quotaStatus.ts";
import type { KeptBases } from "../contacts/base/keptBases.ts";
import { contactOfTab, contactScheme } from "../contacts/document/contactUri.ts";
import type { RecentContacts } from "../contacts/findContact/recentContacts.ts";
import type { LastSaves } from "../contacts/save/lastSaves.ts";
import { t } from "../words/translate.ts";
import { pickAccount } from "./switchAccount.ts";

/** Raze: Sign Out – key, recent contacts, clean documents and comparisons of the account are gone; drafts stay. */
export async function signOut(rooms: {
  accounts: Accounts;
  bases: KeptBases;
  recents: RecentContacts;
  lastSaves: LastSaves;
  quota: QuotaStatus;
}): Promise<void> {
  const account = await pickAccount(rooms.accounts, t("Sign Out"));
  if (account === undefined) return;
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter((tab) => accountOf(tab) === account.id);
  const drafts = new Set(tabs.filter((tab) => tab.isDirty).map((tab) => contactOfTab(tab)?.toString()));
  await vscode.window.tabGroups.close(tabs.filter((tab) => !tab.isDirty));
  await rooms.accounts.signOut(account);
  await rooms.recents.forgetAccount(account.id);
  rooms.lastSaves.forgetAccount(account.id);
  rooms.quota.forgetAccount(account.id);
  await rooms.bases.forgetUnused(account.id);
  const message =
    drafts.size === 0
      ? t("Signed out of {0}.", account.label)
      : t("Signed out of {0}. Drafts that are still open: {1}.", account.label, drafts.size);
  void vscode.window.showInformationMessage(message);
}

/** The account whose contact a tab shows, alone or in a comparison. */
function accountOf(tab: vscode.Tab): string | undefined {
  const { input } = tab;
  if (!(input instanceof vscode.TabInputTextDiff)) return contactOfTab(tab)?.authority;
  const { scheme, authority } = input.modified;
  return scheme.startsWith(contactScheme) ? authority : undefined;
}
