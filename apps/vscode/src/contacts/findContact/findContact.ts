import type { ContactId } from "@raze-contacts/schema";
import * as vscode from "vscode";
import type { Account } from "../../accounts/account.ts";
import type { Accounts } from "../../accounts/accounts.ts";
import { t } from "../../words/translate.ts";
import { readContactReference } from "./contactReference.ts";
import { ContactSearch, systemClock } from "./contactSearch.ts";
import type { RecentContacts } from "./recentContacts.ts";
import type { Choice, Row } from "./row.ts";
import { copyIdButton, forgetButton, rowsOf, updateFieldButton } from "./rows.ts";

/** What a person has chosen, and what they had typed, for whoever comes back; undefined if they left. */
export type FindResult =
  | ({ readonly typed: string } & (
      | { readonly kind: "open"; readonly ids: readonly ContactId[] }
      | { readonly kind: "update_field"; readonly id: ContactId }
      /** The server refused the key. */
      | { readonly kind: "sign_in" }
    ))
  | undefined;

/** Lets a person find contacts of an account: among the recent ones, by id or address, or by a search. */
export function findContact(
  { accounts, recents }: { readonly accounts: Accounts; readonly recents: RecentContacts },
  account: Account,
  { title, typed }: { readonly title: string; readonly typed: string },
): Promise<FindResult> {
  const pick = vscode.window.createQuickPick<Row>();
  pick.title = title;
  pick.placeholder = t("Name, email, company, ID or GetRaze address");
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = true;
  // Keeps the server's order and the headings while something is typed. Not in VS Code's public types, long in its code.
  Object.assign(pick, { sortByLabel: false });

  const show = () => {
    const reference = readContactReference(pick.value);
    pick.items = rowsOf({ reference, recents: recents.of(account.id), search: search.state, account: account.label });
    pick.busy = search.state.kind === "waiting";
  };
  /** Shows what has come without a key being pressed: whoever has moved to a row stays there. */
  const showAround = () => {
    const [active] = pick.activeItems;
    show();
    const same = pick.items.find((row) => active && isSame(row, active));
    if (same !== undefined) pick.activeItems = [same];
  };
  const search = new ContactSearch({
    client: accounts.client(account),
    clock: systemClock,
    changed: showAround,
    // Nobody who tries the sandbox knows what is in it, and its calls cost nothing.
    listsAll: account.kind === "sandbox",
  });
  const follow = () => {
    const reference = readContactReference(pick.value);
    search.follow(reference.kind === "words" ? reference.text : "");
    show();
  };
  const press = async ({ item, button }: vscode.QuickPickItemButtonEvent<Row>) => {
    const id = item.choice?.kind === "open" ? item.choice.ids[0] : undefined;
    if (id === undefined) return;
    if (button === copyIdButton) await vscode.env.clipboard.writeText(id);
    if (button !== forgetButton) return;
    await recents.forget(account.id, id);
    showAround();
  };

  return new Promise((resolve, reject) => {
    pick.onDidChangeValue(follow);
    pick.onDidTriggerItemButton((event) => {
      const id = event.item.choice?.kind === "open" ? event.item.choice.ids[0] : undefined;
      if (event.button === updateFieldButton && id !== undefined) {
        resolve({ kind: "update_field", id, typed: pick.value });
        pick.hide();
      } else press(event).catch(reject);
    });
    pick.onDidAccept(() => {
      const choice = choiceOf(pick);
      if (choice === undefined) return;
      if (choice.kind === "search") {
        search.searchNow();
        show();
        return;
      }
      resolve({ ...choice, typed: pick.value });
      pick.hide();
    });
    pick.onDidHide(() => {
      search.dispose();
      resolve(undefined);
      pick.dispose();
    });
    pick.value = typed;
    follow();
    pick.show();
  });
}

/**
 * Enter can come before the list in front of the person has followed the typing, or an answer. VS Code tells rows by
 * their place, so what it calls selected may be another row by now; the active one is the one that was seen.
 */
function choiceOf({ value, activeItems, selectedItems }: vscode.QuickPick<Row>): Choice | undefined {
  const row = activeItems[0] ?? selectedItems[0];
  const reference = readContactReference(value);
  if (reference.kind === "contacts") {
    // A row of the list before does not hold what was typed since.
    return row?.detail?.includes(value.trim()) ? row.choice : { kind: "open", ids: reference.ids };
  }
  const isId = row === undefined && reference.kind === "words" && reference.maybeIds.length > 0;
  return isId ? { kind: "open", ids: reference.maybeIds } : row?.choice;
}

/** The contact of a row may have another name by now. */
const isSame = ({ choice: one, label }: Row, { choice: other, label: otherLabel }: Row): boolean =>
  one?.kind === "open" && other?.kind === "open"
    ? one.ids[0] === other.ids[0]
    : one?.kind === other?.kind && label === otherLabel;
