import * as vscode from "vscode";
import { contactUri } from "../contacts/document/contactUri.ts";
import { selectedContacts } from "../contacts/findContact/selectedContacts.ts";
import type { OpeningRooms } from "../contacts/openContact.ts";
import { openContacts } from "../contacts/openContacts.ts";
import { t } from "../words/translate.ts";
import { chooseAccount } from "./chooseAccount.ts";
import { pickContacts } from "./pickContacts.ts";

/** As many as are opened without asking. */
const mostUnasked = 10;

/**
 * Raze: Edit Contact… – from the recent contacts, ids, addresses of pages, or a search.
 *
 * @returns the opening of what was chosen: when it fails, nothing has to be chosen again
 */
export async function editContact(rooms: OpeningRooms): Promise<(() => Thenable<unknown>) | undefined> {
  const account = rooms.accounts.current ?? (await chooseAccount(rooms.accounts));
  if (account === undefined) return undefined;
  const title = t("Edit Contact · {0}", account.label);
  const picked = await pickContacts(rooms, account, title, selectedContacts());
  if (picked === undefined) return undefined;
  if (picked.kind === "update_field") {
    const contact = contactUri({ accountId: account.id, id: picked.id });
    return () => vscode.commands.executeCommand("raze.updateField", contact);
  }
  const { ids } = picked;
  const goesOn = ids.length <= mostUnasked || (await isMeant(ids.length));
  return goesOn ? () => openContacts(rooms, account, ids) : undefined;
}

async function isMeant(count: number): Promise<boolean> {
  const open = t("Open {0} Contacts", count);
  const answer = await vscode.window.showWarningMessage(
    t("Open {0} contacts?", count),
    { modal: true, detail: t("Each takes a tab and one call to the server.") },
    open,
  );
  return answer === open;
}
