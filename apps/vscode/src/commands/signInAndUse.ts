import * as vscode from "vscode";
import type { Account, ServerAccount } from "../accounts/account.ts";
import { type Accounts, trialClient } from "../accounts/accounts.ts";
import { signIn } from "../accounts/signIn.ts";
import { errorSentence } from "../words/errorSentence.ts";
import { t } from "../words/translate.ts";
import { useAccount } from "./switchAccount.ts";

/**
 * Raze: Sign In… – to an account at the address in the settings, which is in use from then on.
 *
 * All accounts share one address and a key does not tell whose it is, so where there is an account already the person
 * says whether the key is for it or for another.
 */
export async function signInAndUse(accounts: Accounts): Promise<Account | undefined> {
  const baseUrl = vscode.workspace.getConfiguration("raze").get("baseUrl", "").replace(/\/+$/, "");
  const another = newAccount(baseUrl, accounts.known);
  const there = accounts.known.filter((account) => account.kind === "server").filter((one) => one.baseUrl === baseUrl);
  const account = there.length === 0 ? another : await askWhoseKey(there, another);
  const signedIn = account && (await signIn(accounts, account));
  if (signedIn !== undefined) await useAccount(accounts, signedIn);
  return signedIn;
}

async function askWhoseKey(
  there: readonly ServerAccount[],
  another: ServerAccount,
): Promise<ServerAccount | undefined> {
  const items = [
    ...there.map((account) => ({ label: t("A new key for {0}", account.label), account })),
    { label: t("Another account"), account: another },
  ];
  const options = { title: t("Sign In"), placeHolder: t("Which account is the key for?"), ignoreFocusOut: true };
  return (await vscode.window.showQuickPick(items, options))?.account;
}

/** Not kept yet; called by its host, with a number that is free. */
function newAccount(baseUrl: string, known: readonly Account[]): ServerAccount {
  const host = hostOf(baseUrl);
  const taken = new Set(known.map((account) => account.label));
  let label = host;
  for (let number = 2; taken.has(label); number += 1) label = `${host} (${number})`;
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  const id = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { kind: "server", id, baseUrl, label, isSignedOut: true };
}

/**
 * The host of an address that a key may be sent to.
 *
 * @throws Error in words for any other address, before anybody pastes a key
 */
function hostOf(baseUrl: string): string {
  try {
    trialClient(baseUrl, "not-a-key");
    return new URL(baseUrl).host;
  } catch (error) {
    throw new Error(t('{0} Correct the setting "raze.baseUrl".', errorSentence(error)), { cause: error });
  }
}
