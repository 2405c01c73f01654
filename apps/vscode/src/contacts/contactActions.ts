import * as vscode from "vscode";
import type { Accounts } from "../accounts/accounts.ts";
import { signIn } from "../accounts/signIn.ts";
import { tellInStatusBar } from "../tellInStatusBar.ts";
import { t } from "../words/translate.ts";
import type { DraftBases } from "./base/draftBases.ts";
import type { KeptBases } from "./base/keptBases.ts";
import type { ContactComparison } from "./contactComparison.ts";
import type { ContactReader } from "./contactReader.ts";
import { formViewType, parseContactUri } from "./document/contactUri.ts";
import type { ContactAction } from "./notices/contactActionNames.ts";
import type { Notices } from "./notices/notices.ts";
import { reloadContact } from "./reloadContact.ts";
import { revertContact } from "./revertContact.ts";
import type { DraftSaves } from "./save/draftSaves.ts";
import type { SaveReasons } from "./save/saveReasons.ts";

/** What a button or a command does to a contact. */
export type ContactActions = Record<ContactAction, (contact: vscode.Uri) => Promise<void>>;

/** What the form's buttons, and the commands of the same names, do to a contact. */
export function contactActions(rooms: {
  accounts: Accounts;
  reader: ContactReader;
  bases: KeptBases;
  draftBases: DraftBases;
  reasons: SaveReasons;
  comparison: ContactComparison;
  saves: DraftSaves;
  notices: Notices;
}): ContactActions {
  const { saves } = rooms;
  return {
    save: (contact) => saves.save(contact),
    save_unchecked: (contact) => saves.save(contact, { withoutReading: true }),
    dismiss: async (contact) => rooms.notices.dismiss(contact),
    reload: (contact) => reloadContact(rooms, contact),
    revert_all: async (contact) => {
      if (!(await revertContact(rooms, contact))) await reloadContact(rooms, contact);
    },
    compare: (contact) => rooms.comparison.open(contact),
    sign_in: async (contact) => {
      const account = rooms.accounts.byId(parseContactUri(contact)?.accountId ?? "");
      if (account?.kind !== "server") return;
      if ((await signIn(rooms.accounts, account)) !== undefined) await saves.save(contact);
    },
    open_as_text: async (contact) => {
      await vscode.commands.executeCommand("vscode.openWith", contact, "default");
    },
    open_form: async (contact) => {
      await vscode.commands.executeCommand("vscode.openWith", contact, formViewType);
    },
    copy_id: async (contact) => {
      const id = parseContactUri(contact)?.id;
      if (id === undefined) return;
      await vscode.env.clipboard.writeText(id);
      tellInStatusBar(t("Copied {0}", id));
    },
  };
}
