import * as vscode from "vscode";
import type { Account } from "../accounts/account.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { t } from "../words/translate.ts";
import { signInAndUse } from "./signInAndUse.ts";
import { trySandbox } from "./trySandbox.ts";

/** Where to begin without an account: with a key, or with sample contacts. */
export async function chooseAccount(accounts: Accounts): Promise<Account | undefined> {
  const choices = [
    {
      label: t("Try the Sandbox"),
      iconPath: new vscode.ThemeIcon("beaker"),
      detail: t("Sample contacts inside VS Code. No key, no network."),
      begin: trySandbox,
    },
    {
      label: t("Sign In…"),
      iconPath: new vscode.ThemeIcon("key"),
      detail: t("With an API key of your GetRaze account."),
      begin: signInAndUse,
    },
  ];
  const chosen = await vscode.window.showQuickPick(choices, {
    title: "Raze Contacts",
    placeHolder: t("Whose contacts?"),
    ignoreFocusOut: true,
  });
  return chosen?.begin(accounts);
}
