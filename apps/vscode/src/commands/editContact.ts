import * as vscode from "vscode";
import { signIn } from "../accounts/signIn.ts";
import { findContact } from "../contacts/findContact/findContact.ts";
import { selectedContacts } from "../contacts/findContact/selectedContacts.ts";
import type { OpeningRooms } from "../contacts/openContact.ts";
import { openContacts } from "../contacts/openContacts.ts";
import { chooseAccount } from "./chooseAccount.ts";

/** As many as are opened without asking. */
const mostUnasked = 10;

/** Raze: Edit Contact… – from the recent contacts, ids, addresses of pages, or a search. */
export async function editContact(rooms: OpeningRooms): Promise<void> {
  const { accounts } = rooms;
  const account = accounts.current ?? (await chooseAccount(accounts));
  if (account === undefined) return;
  let found = await findContact(rooms, account, selectedContacts());
  while (found?.kind === "sign_in") {
    if (account.kind === "server" && (await signIn(accounts, account)) === undefined) return;
    found = await findContact(rooms, account, found.typed);
  }
  if (found === undefined) return;
  if (found.ids.length <= mostUnasked || (await isMeant(found.ids.length))) {
    await openContacts(rooms, account, found.ids);
  }
}

async function isMeant(count: number): Promise<boolean> {
  const open = vscode.l10n.t("Open {0} Contacts", count);
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t("Open {0} contacts?", count),
    { modal: true, detail: vscode.l10n.t("Each takes a tab and one call to the server.") },
    open,
  );
  return answer === open;
}
