import * as vscode from "vscode";
import type { Accounts } from "../accounts/accounts.ts";
import { pickAccount } from "./switchAccount.ts";

const longest = 60;

/** Raze: Rename Account – accounts at one address are told apart by what the person calls them. */
export async function renameAccount(accounts: Accounts): Promise<void> {
  const title = vscode.l10n.t("Rename Account");
  const account = await pickAccount(accounts, title);
  if (account === undefined) return;
  const label = await vscode.window.showInputBox({
    title,
    value: account.label,
    placeHolder: vscode.l10n.t("Name of the account"),
    prompt: vscode.l10n.t("Pick lists and forms show it."),
    ignoreFocusOut: true,
    validateInput: (text) => {
      const name = text.trim();
      if (name === "") return vscode.l10n.t("Give the account a name.");
      if (name.length > longest) return vscode.l10n.t("Use at most {0} characters.", longest);
      const isTaken = accounts.all.some((other) => other.id !== account.id && other.label === name);
      return isTaken ? vscode.l10n.t("Another account is called that.") : undefined;
    },
  });
  if (label !== undefined) await accounts.rename(account, label.trim());
}
