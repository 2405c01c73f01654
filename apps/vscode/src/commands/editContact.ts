import type { ContactId } from "@raze-contacts/schema";
import * as vscode from "vscode";
import type { Account } from "../accounts/account.ts";
import { idPattern, readContactReference } from "../contacts/contactReference.ts";
import { type OpeningRooms, openContact } from "../contacts/openContact.ts";
import { chooseAccount } from "./chooseAccount.ts";

type ContactItem = vscode.QuickPickItem & { readonly id?: ContactId };

/** Raze: Edit Contact… – from the recent contacts, an id, or the address of a page. */
export async function editContact(rooms: OpeningRooms): Promise<void> {
  const account = rooms.accounts.current ?? (await chooseAccount(rooms.accounts));
  if (account === undefined) return;
  const id = await pickContact(rooms, account, vscode.l10n.t("Edit Contact · {0}", account.label));
  if (id !== undefined) await openContact(rooms, account, id);
}

/** An id that is selected in the text editor, or that the cursor stands on. */
function idAtCursor(): string {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return "";
  const { document, selection } = editor;
  const word = document.getWordRangeAtPosition(selection.active, idPattern);
  const range = selection.isEmpty ? word : selection;
  const text = range === undefined ? "" : document.getText(range).trim();
  return readContactReference(text).kind === "id" ? text : "";
}

/** Lets the person choose one contact of an account; undefined when they press Esc. */
export function pickContact(rooms: OpeningRooms, account: Account, title: string): Promise<ContactId | undefined> {
  const pick = vscode.window.createQuickPick<ContactItem>();
  pick.title = title;
  pick.placeholder = vscode.l10n.t("Type a contact's id or paste its GetRaze address");
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = true;
  let offered = recentItems(rooms, account);

  const show = (typed: string) => {
    const reference = readContactReference(typed);
    const isListed = (id: ContactId) => offered.some((item) => item.id === id);
    if (reference.kind === "id" && !isListed(reference.id)) {
      const open: ContactItem = { label: vscode.l10n.t("Open {0}", reference.id), alwaysShow: true, id: reference.id };
      pick.items = [open, ...offered];
    } else if (reference.kind === "refused") {
      pick.items = [{ label: `$(error) ${reference.message}`, alwaysShow: true }, ...offered];
    } else pick.items = offered;
  };

  return new Promise((resolve) => {
    let isOpen = true;
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      // Enter can come before the list has followed the typing: then what was typed counts.
      const typed = readContactReference(pick.value);
      const id = pick.selectedItems[0]?.id ?? (typed.kind === "id" ? typed.id : undefined);
      if (id === undefined) return;
      resolve(id);
      pick.hide();
    });
    pick.onDidHide(() => {
      isOpen = false;
      resolve(undefined);
      pick.dispose();
    });
    pick.value = idAtCursor();
    show(pick.value);
    pick.show();
    if (account.kind === "sandbox") {
      const list = (items: readonly ContactItem[]) => {
        if (!isOpen) return;
        offered = [...offered, ...items.filter(({ id }) => !offered.some((item) => item.id === id))];
        show(pick.value);
      };
      // Without the list there are still the recent contacts and the ids.
      sandboxItems(rooms, account).then(list, () => {});
    }
  });
}

const item = (id: ContactId, name: string, company: string): ContactItem => ({
  label: name || id,
  description: company,
  detail: id,
  id,
});

function recentItems({ recents }: OpeningRooms, account: Account): ContactItem[] {
  const items = recents.of(account.id).flatMap((recent) => {
    const reference = readContactReference(recent.id);
    return reference.kind === "id" ? [item(reference.id, recent.name, recent.company)] : [];
  });
  const heading = { label: vscode.l10n.t("Recent"), kind: vscode.QuickPickItemKind.Separator };
  return items.length === 0 ? [] : [heading, ...items];
}

/** All contacts of the sandbox: nobody who tries it knows an id yet, and the call costs nothing. */
async function sandboxItems({ accounts }: OpeningRooms, account: Account): Promise<ContactItem[]> {
  const { contacts } = await accounts.client(account).list({ limit: 100, sortBy: "name", sortOrder: "asc" });
  const items = contacts.flatMap(({ id, name, company }) => {
    const reference = readContactReference(id);
    return reference.kind === "id" ? [item(reference.id, name ?? "", company ?? "")] : [];
  });
  return [{ label: vscode.l10n.t("In the sandbox"), kind: vscode.QuickPickItemKind.Separator }, ...items];
}
