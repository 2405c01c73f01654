import * as vscode from "vscode";
import type { Accounts } from "../accounts/accounts.ts";
import { t } from "../words/translate.ts";
import { pickAccount } from "./switchAccount.ts";

const longest = 60;

/** Raze: Rename Account – accounts at one address are told apart by what the person calls them. */
export async function renameAccount(accounts: Accounts): Promise<void> {
  const title = t("Rename Account");
  const account = await pickAccount(accounts, title);
  if (account === undefined) return;
  const label = await vscode.window.showInputBox({
    title,
    value: account.label,
    placeHolder: t("Name of the account"),
    prompt: t("It is shown in lists and forms."),
    ignoreFocusOut: true,
    validateInput: (text) => {
      const name = text.trim();
      if (name === "") return t("Give the account a name.");
      if (name.length > longest) return t("Use at most {0} characters.", longest);
      const isTaken = accounts.known.some((other) => other.id !== account.id && other.label === name);
      return isTaken ? t("Another account has this name.") : undefined;
    },
  });
  if (label !== undefined) await accounts.rename(account, label.trim());
}
