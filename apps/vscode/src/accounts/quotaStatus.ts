import type { RateLimit } from "@raze-contacts/core";
import * as vscode from "vscode";
import { countText, timeOfDay } from "../words/locale.ts";
import { t } from "../words/translate.ts";
import type { Account } from "./account.ts";
import { isShort } from "./shortQuota.ts";

/** Says in the status bar how many calls are left this hour, when they are few. */
export class QuotaStatus implements vscode.Disposable {
  #item: vscode.StatusBarItem | undefined;
  #shownFor: string | undefined;
  #untilReset: ReturnType<typeof setTimeout> | undefined;

  /** Takes what an answer said of an account's quota. */
  note(account: Account, quota: RateLimit | undefined): void {
    const text = quotaSentence(account.label, quota);
    if (text === undefined) {
      // What another account has left says nothing of the one that is shown.
      if (quota?.remaining !== undefined && this.#shownFor === account.id) this.#hide();
      return;
    }
    this.#hide();
    this.#shownFor = account.id;
    this.#item ??= vscode.window.createStatusBarItem("raze.quota", vscode.StatusBarAlignment.Right);
    this.#item.name = t("GetRaze calls left");
    this.#item.text = `$(dashboard) ${text.short}`;
    this.#item.tooltip = text.long;
    this.#item.accessibilityInformation = { label: text.long };
    this.#item.backgroundColor = new vscode.ThemeColor("statusBarItem.warningBackground");
    this.#item.show();
    const wait = (quota?.resetAt?.getTime() ?? Number.NaN) - Date.now();
    if (wait > 0 && wait < 7_200_000) this.#untilReset = setTimeout(() => this.#hide(), wait);
  }

  forgetAccount(accountId: string): void {
    if (this.#shownFor === accountId) this.#hide();
  }

  dispose(): void {
    this.#hide();
    this.#item?.dispose();
  }

  #hide(): void {
    clearTimeout(this.#untilReset);
    this.#shownFor = undefined;
    this.#item?.hide();
  }
}

/** What to say of a quota; nothing while it is not short, or when the server does not tell. */
function quotaSentence(
  account: string,
  { limit, remaining, resetAt }: RateLimit = {},
): { short: string; long: string } | undefined {
  if (limit === undefined || remaining === undefined || !isShort({ remaining, limit })) return undefined;
  const short = remaining === 1 ? t("1 call left") : t("{0} calls left", countText(remaining));
  const of = t("{0}: {1} of {2} this hour.", account, short, countText(limit));
  const until = resetAt === undefined ? "" : ` ${t("The count starts again at {0}.", timeOfDay(resetAt))}`;
  return { short, long: `${of}${until}` };
}
