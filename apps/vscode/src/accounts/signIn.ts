import { RazeError } from "@raze-contacts/core";
import * as vscode from "vscode";
import { errorSentence } from "../words/errorSentence.ts";
import { t } from "../words/translate.ts";
import type { Account, ServerAccount } from "./account.ts";
import { type Accounts, trialClient } from "./accounts.ts";

const newAccountId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * Asks for a key and checks it with one read before it is kept.
 *
 * @param known an account whose key is gone: the new key is for it, at the address that it has always had
 * @returns the account, signed in; undefined when the person pressed Esc
 */
export async function signIn(accounts: Accounts, known?: ServerAccount): Promise<Account | undefined> {
  const baseUrl = known?.baseUrl ?? vscode.workspace.getConfiguration("raze").get("baseUrl", "").replace(/\/+$/, "");
  const host = hostOf(baseUrl);
  const key = await askForKey(host, (candidate) => refusalOf(baseUrl, candidate));
  if (key === undefined) return undefined;

  const waiting = known ?? (await accounts.withoutKey(baseUrl));
  const sameHost = accounts.all.filter(({ label }) => label.startsWith(host)).length;
  const account: ServerAccount = waiting ?? {
    kind: "server",
    id: newAccountId(),
    baseUrl,
    label: sameHost === 0 ? host : `${host} (${sameHost + 1})`,
    isSignedOut: false,
  };
  await accounts.keepKey(account.id, key);
  await accounts.use(account);
  return account;
}

/** Asks for a key only when the account's own is gone. False when the person pressed Esc. */
export async function ensureSignedIn(accounts: Accounts, account: Account): Promise<boolean> {
  if (account.kind === "sandbox" || (await accounts.hasKey(account))) return true;
  return (await signIn(accounts, account)) !== undefined;
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

/** Why a key cannot be used, after one read; undefined when it can. */
async function refusalOf(baseUrl: string, key: string): Promise<string | undefined> {
  try {
    await trialClient(baseUrl, key).list({ limit: 1 });
    return undefined;
  } catch (error) {
    if (!(error instanceof RazeError)) throw error;
    // A key without contacts:read can still write, and one whose calls are used up was known before it was refused.
    if (error.kind === "permission" || error.kind === "rate_limited") return undefined;
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
function askForKey(host: string, check: (key: string) => Promise<string | undefined>): Promise<string | undefined> {
  const box = vscode.window.createInputBox();
  box.title = t("Sign in to {0}", host);
  box.prompt = t("Keys are made in GetRaze under Settings > API Keys. Yours is kept in VS Code's secret storage.");
  box.placeholder = t("Paste your API key");
  box.password = true;
  box.ignoreFocusOut = true;
  return new Promise((resolve, reject) => {
    box.onDidChangeValue(() => {
      box.validationMessage = undefined;
    });
    box.onDidAccept(async () => {
      if (box.busy) return;
      const key = box.value.trim();
      if (key === "") {
        box.validationMessage = t("Paste the API key first.");
        return;
      }
      box.busy = true;
      try {
        const refusal = await check(key);
        if (refusal === undefined) {
          resolve(key);
          box.hide();
        } else box.validationMessage = refusal;
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
