import { RazeError } from "@raze-contacts/core";
import * as vscode from "vscode";
import { tellInStatusBar } from "../tellInStatusBar.ts";
import { errorSentence } from "../words/errorSentence.ts";
import { t } from "../words/translate.ts";
import type { ServerAccount } from "./account.ts";
import { type Accounts, trialClient } from "./accounts.ts";

/**
 * Asks for an account's key and checks it with one read before it is kept. Which account is in use stays.
 *
 * @param reason why it is asked for, where the person has not asked to sign in
 * @returns the account, signed in; undefined when the person pressed Esc
 */
export async function signIn(
  accounts: Accounts,
  account: ServerAccount,
  reason?: string,
): Promise<ServerAccount | undefined> {
  const key = await askForKey(account, reason);
  return key === undefined ? undefined : accounts.signIn(account, key);
}

/**
 * Makes calls as an account for a person. With a key that is gone, or that the server refuses, they are asked for
 * another, and what they were doing goes on.
 *
 * @returns undefined when the person left without a key
 */
export async function withKey<Result>(
  accounts: Accounts,
  accountId: string,
  call: () => PromiseLike<Result>,
): Promise<Result | undefined> {
  const account = accounts.byId(accountId);
  if (account?.kind !== "server") return call();
  if (!(await accounts.hasKey(account)) && (await signIn(accounts, account)) === undefined) return undefined;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const isRefused = error instanceof RazeError && error.kind === "authentication";
      if (!isRefused) throw error;
      if ((await signIn(accounts, account, errorSentence(error))) === undefined) return undefined;
    }
  }
}

/** Why a key cannot be used, after one read; undefined when it can. */
async function refusalOf(baseUrl: string, key: string): Promise<string | undefined> {
  try {
    await trialClient(baseUrl, key).list({ limit: 1 });
    return undefined;
  } catch (error) {
    if (!(error instanceof RazeError)) throw error;
    if (error.kind === "rate_limited") return undefined; // it was known before it was refused
    if (error.kind === "permission") {
      void vscode.window.showWarningMessage(
        t("This key lacks contacts:read, so contacts open with their values unknown. You can still change them."),
      );
      return undefined;
    }
    // A browser tells nobody why a call failed: a server that does not let pages in looks like a broken network.
    return error.kind === "network" && "WorkerGlobalScope" in globalThis
      ? t(
          "No answer from {0}. Check the network, or use VS Code on your desktop: the server may not let a browser in (CORS).",
          new URL(baseUrl).host,
        )
      : errorSentence(error);
  }
}

/** A password box that stays open, with the reason under it, until the key passes or the person leaves. */
function askForKey({ label, baseUrl }: ServerAccount, reason: string | undefined): Promise<string | undefined> {
  const box = vscode.window.createInputBox();
  box.title = t("Sign in to {0}", label);
  box.prompt = t("Keys are created in GetRaze under Settings > API Keys. Yours is kept in VS Code's secret storage.");
  box.placeholder = t("Paste your API key");
  box.password = true;
  box.ignoreFocusOut = true;
  box.validationMessage = reason;
  const refuse = (why: string) => {
    box.validationMessage = why;
    tellInStatusBar(why); // what is new under a box is not read out
  };
  return new Promise((resolve, reject) => {
    box.onDidChangeValue(() => {
      box.validationMessage = undefined;
    });
    box.onDidAccept(async () => {
      if (box.busy) return;
      const key = box.value.trim();
      if (key === "") {
        refuse(t("Paste the API key first."));
        return;
      }
      box.busy = true;
      try {
        const refusal = await refusalOf(baseUrl, key);
        if (refusal === undefined) {
          resolve(key);
          box.hide();
        } else refuse(refusal);
      } catch (error) {
        reject(error);
        box.hide();
      } finally {
        box.busy = false;
      }
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}
