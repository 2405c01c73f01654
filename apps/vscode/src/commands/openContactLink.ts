import * as vscode from "vscode";
import { type ContactLink, readContactLink } from "../contacts/findContact/contactLink.ts";
import { type OpeningRooms, openContact } from "../contacts/openContact.ts";
import { t } from "../words/translate.ts";
import { chooseAccount } from "./chooseAccount.ts";

/**
 * A link from outside, `vscode://raze-contacts.raze-contacts/contact/<id>`. Anybody can write one, so a person says yes
 * to this id in this account before anything is sent.
 */
export async function openContactLink(rooms: OpeningRooms, uri: vscode.Uri): Promise<void> {
  const link = readContactLink(uri);
  if (link.kind === "refused") throw new Error(refusalSentence(link.why));
  const account = rooms.accounts.current ?? (await chooseAccount(rooms.accounts));
  if (account === undefined) return;
  const open = t("Open Contact");
  const answer = await vscode.window.showInformationMessage(
    t("A link asks to open the contact {0} in {1}.", link.id, account.label),
    { modal: true, detail: t("It is read with this account's API key. Nothing is changed.") },
    open,
  );
  if (answer === open) await openContact(rooms, account, link.id);
}

function refusalSentence(why: Extract<ContactLink, { kind: "refused" }>["why"]): string {
  switch (why) {
    case "other_path":
      return t("This link was not opened: only links that end in /contact/ and a contact ID are.");
    case "more_than_id":
      return t("This link was not opened: it contains more than a contact ID.");
    case "odd_id":
      return t("This link was not opened: its end cannot be a contact ID.");
  }
}
