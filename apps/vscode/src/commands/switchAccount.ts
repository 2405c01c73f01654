import * as vscode from "vscode";
import type { Account } from "../accounts/account.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { tellInStatusBar } from "../tellInStatusBar.ts";
import { t } from "../words/translate.ts";

/** Lets the person choose one of the accounts that are signed in; the only one is taken without asking. */
export async function pickAccount(accounts: Accounts, title: string): Promise<Account | undefined> {
  const { all, current } = accounts;
  if (all.length === 0) void vscode.window.showInformationMessage(t("You are not signed in."));
  if (all.length <= 1) return all[0];
  const items = all.map((account) => ({
    label: account.label,
    ...(account.id === current?.id ? { description: t("in use") } : {}),
    account,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title });
  return chosen?.account;
}

/** Raze: Switch Account – whose contacts Edit Contact… opens from now on. */
export async function switchAccount(accounts: Accounts): Promise<void> {
  const account = await pickAccount(accounts, t("Switch Account"));
  if (account === undefined) return;
  if (accounts.all.length > 1) return useAccount(accounts, account);
  const words = t("{0} is the only account that is signed in. Raze: Sign In… adds another.", account.label);
  void vscode.window.showInformationMessage(words);
}

/** Makes an account the one in use, and says so. */
export async function useAccount(accounts: Accounts, account: Account): Promise<void> {
  await accounts.use(account);
  tellInStatusBar(t("In use now: {0}", account.label));
}
