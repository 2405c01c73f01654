import * as vscode from "vscode";
import { t } from "../../words/translate.ts";

/**
 * Asks before a draft is sent of which nobody has said yet that it should be.
 *
 * @param changes what would be sent, in words
 */
export async function askToSend(question: string, changes: string): Promise<boolean> {
  const send = t("Send");
  return (await vscode.window.showWarningMessage(question, { modal: true, detail: changes }, send)) === send;
}
