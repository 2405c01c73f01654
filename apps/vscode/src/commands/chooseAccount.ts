import * as vscode from "vscode";
import type { Account } from "../accounts/account.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { signIn } from "../accounts/signIn.ts";
import { trySandbox } from "./trySandbox.ts";

/** Where to begin without an account: with a key, or with sample contacts. */
export async function chooseAccount(accounts: Accounts): Promise<Account | undefined> {
  const choices = [
    {
      label: vscode.l10n.t("$(beaker) Try the Sandbox"),
      detail: vscode.l10n.t("Sample contacts inside VS Code. No key, no network."),
      begin: trySandbox,
    },
    {
      label: vscode.l10n.t("$(key) Sign In…"),
      detail: vscode.l10n.t("With an API key of your GetRaze account."),
      begin: signIn,
    },
  ];
  const chosen = await vscode.window.showQuickPick(choices, {
    title: vscode.l10n.t("Edit Contact"),
    placeHolder: vscode.l10n.t("Whose contacts?"),
    ignoreFocusOut: true,
  });
  return chosen?.begin(accounts);
}
