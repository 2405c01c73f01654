import { diffContact } from "@raze-contacts/core";
import type { JsonObject } from "@raze-contacts/schema";
import * as vscode from "vscode";
import type { Accounts } from "../accounts/accounts.ts";
import type { KeptBases } from "../contacts/base/keptBases.ts";
import { keyVariable, type SnippetForm, updateSnippets } from "../contacts/changes/updateSnippets.ts";
import { openDocument, parseContactUri } from "../contacts/document/contactUri.ts";
import { DocumentEdits } from "../contacts/document/documentEdits.ts";
import { draftToSend } from "../contacts/save/draftToSend.ts";
import { tellInStatusBar } from "../tellInStatusBar.ts";
import { fieldLabel } from "../words/contractWords.ts";
import { t } from "../words/translate.ts";

const labels: Record<SnippetForm, string> = {
  curl: "curl",
  fetch: "JavaScript (fetch)",
  axios: "JavaScript (axios)",
  python: "Python (requests)",
};
// Object.keys knows only strings; the table has exactly these keys.
const forms = Object.keys(updateSnippets) as SnippetForm[];

/**
 * Raze: Copy Update As… – what a save of this draft would send, as a command or as code, without the key.
 *
 * @param given the form, where a key binding names one
 */
export async function copyAs(
  { accounts, bases }: { accounts: Accounts; bases: KeptBases },
  contact: vscode.Uri,
  given: unknown,
): Promise<void> {
  const address = parseContactUri(contact);
  const document = openDocument(contact);
  if (address === undefined || document === undefined) return;
  const [held] = await DocumentEdits.of(document).flushed();
  if (held !== undefined) throw new Error(t("Not copied: look at {0}.", fieldLabel(held)));
  const base = await bases.find(contact);
  const update = diffContact(base?.kind === "known" ? base.values : undefined, draftToSend(document.getText(), base));
  if (Object.keys(update).length === 0) {
    void vscode.window.showInformationMessage(t("There is nothing to send, so there is nothing to copy."));
    return;
  }
  const form = forms.find((one) => one === given) ?? (await chooseForm(Object.keys(update).length));
  if (form === undefined) return;
  const account = accounts.byId(address.accountId);
  // The sandbox has no address that anybody could call.
  const baseUrl =
    account?.kind === "server" ? account.baseUrl : vscode.workspace.getConfiguration("raze").get("baseUrl", "");
  // A difference leaves out what it does not change, so none of its values is undefined.
  const url = `${baseUrl.replace(/\/+$/, "")}/contacts/${encodeURIComponent(address.id)}`;
  await vscode.env.clipboard.writeText(updateSnippets[form]({ url, update: update as JsonObject }));
  tellInStatusBar(t("Copied as {0}. The key is read from {1}.", labels[form], keyVariable));
}

async function chooseForm(fields: number): Promise<SnippetForm | undefined> {
  const chosen = await vscode.window.showQuickPick(
    forms.map((form) => ({ label: labels[form], form })),
    {
      title: fields === 1 ? t("Copy the update of 1 field as") : t("Copy the update of {0} fields as", fields),
      ignoreFocusOut: true, // a form may take the focus back from the palette
      placeHolder: t("The key is not copied; the code reads it from {0}.", keyVariable),
    },
  );
  return chosen?.form;
}
