import * as vscode from "vscode";
import type { Account } from "../accounts/account.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { t } from "../words/translate.ts";

/** Lets the person choose one of the accounts that are signed in; the only one is taken without asking. */
export async function pickAccount(accounts: Accounts, title: string): Promise<Account | undefined> {
  const all = accounts.all;
  if (all.length === 0) void vscode.window.showInformationMessage(t("You are not signed in."));
  if (all.length <= 1) return all[0];
  const items = all.map((account) => ({
    label: account.label,
    ...(account === accounts.current ? { description: t("in use") } : {}),
    account,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title });
  return chosen?.account;
}

/** Raze: Switch Account – whose contacts Edit Contact… opens from now on. */
export async function switchAccount(accounts: Accounts): Promise<void> {
  const account = await pickAccount(accounts, t("Switch Account"));
  if (account !== undefined) await accounts.use(account);
}
