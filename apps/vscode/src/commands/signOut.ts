import * as vscode from "vscode";
import type { Account } from "../accounts/account.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { parseContactUri } from "../contacts/contactUri.ts";
import type { KeptBases } from "../contacts/keptBases.ts";
import type { RecentContacts } from "../contacts/recentContacts.ts";

/** Raze: Sign Out – the key, the recent contacts and the kept bases of the account are gone; drafts stay. */
export async function signOut(rooms: { accounts: Accounts; bases: KeptBases; recents: RecentContacts }): Promise<void> {
  const account = await chooseSignedIn(rooms.accounts);
  if (account === undefined) return;
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => {
      const uri =
        input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? input.uri : undefined;
      return uri !== undefined && parseContactUri(uri)?.accountId === account.id;
    });
  const drafts = tabs.filter((tab) => tab.isDirty);
  await vscode.window.tabGroups.close(tabs.filter((tab) => !tab.isDirty));
  await rooms.accounts.remove(account);
  await rooms.recents.forgetAccount(account.id);
  await rooms.bases.forgetAccount(account.id);
  const message =
    drafts.length === 0
      ? vscode.l10n.t("Signed out of {0}.", account.label)
      : vscode.l10n.t("Signed out of {0}. Drafts that are still open: {1}.", account.label, drafts.length);
  void vscode.window.showInformationMessage(message);
}

async function chooseSignedIn(accounts: Accounts): Promise<Account | undefined> {
  const all = accounts.all;
  if (all.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("You are not signed in."));
    return undefined;
  }
  if (all.length === 1) return all[0];
  const items = all.map((account) => ({ label: account.label, account }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t("Sign Out") });
  return chosen?.account;
}
