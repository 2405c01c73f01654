import * as vscode from "vscode";
import type { Accounts } from "../accounts/accounts.ts";
import { withKey } from "../accounts/signIn.ts";
import { type ChangeRooms, changeContact } from "../contacts/changeContact.ts";
import { changeLines, shortened } from "../contacts/changes/changeLines.ts";
import type { ContactReader } from "../contacts/contactReader.ts";
import { openDocument, parseContactUri } from "../contacts/document/contactUri.ts";
import type { LastSave, LastSaves } from "../contacts/save/lastSaves.ts";
import { type KeptReason, planUndo, type UndoPlan } from "../contacts/save/undoPlan.ts";
import { fieldLabel } from "../words/contractWords.ts";
import { withoutLinks } from "../words/markup.ts";
import { t } from "../words/translate.ts";

/**
 * Raze: Undo Last Save – sends the inverse of the last save of this contact or, without one, of this window, for the
 * fields that nobody has changed since. It is a save like any other, so it can be undone too.
 */
export async function undoLastSave(
  rooms: ChangeRooms & { accounts: Accounts; reader: ContactReader; lastSaves: LastSaves },
  contact: vscode.Uri | undefined,
): Promise<void> {
  if (contact !== undefined) await rooms.saves.settled(contact); // that one is the last
  const save = rooms.lastSaves.of(contact);
  const address = save && parseContactUri(save.contact);
  if (save === undefined || address === undefined) {
    void vscode.window.showInformationMessage(t("No contact has been saved in this window yet."));
    return;
  }
  const { name, before } = save;
  if (before === undefined) {
    const words = t("The last save of {0} cannot be undone: the server did not show what was stored before.", name);
    void vscode.window.showWarningMessage(withoutLinks(words));
    return;
  }
  const progress = { location: vscode.ProgressLocation.Window, title: t("Reading {0}", name) };
  const base = await withKey(rooms.accounts, address.accountId, () =>
    vscode.window.withProgress(progress, () => rooms.reader.readKnown(address)),
  );
  if (base === undefined) return;
  const plan = planUndo({ ...save, before }, base.values);
  await rooms.saves.settled(save.contact);
  const hasDraft = openDocument(save.contact)?.isDirty ?? false;
  const account = rooms.accounts.byId(address.accountId)?.label ?? address.accountId;
  if (!(await isConfirmed(save, plan, account, hasDraft))) return;
  await changeContact(rooms, save.contact, { base, shown: base.values, update: plan.update, hasDraft });
}

async function isConfirmed(
  { name, after }: LastSave,
  { update, kept }: UndoPlan,
  account: string,
  hasDraft: boolean,
): Promise<boolean> {
  const lines = changeLines(after, update).map(
    (line) => `${line.name}: ${shortened(line.before)} → ${shortened(line.after)}`,
  );
  const stays = kept.map(({ field, reason }) => `${fieldLabel(field)}: ${keptWords(reason)}`);
  if (lines.length === 0) {
    const words =
      stays.length === 0
        ? t("{0} is as it was before the last save.", name)
        : t("The last save of {0} cannot be undone. {1}", name, stays.join(" "));
    void vscode.window.showWarningMessage(withoutLinks(words));
    return false;
  }
  const undo = hasDraft
    ? {
        button: t("Put into the Draft"),
        note: t(
          "There is an unsaved draft of this contact. The old values go into it, and nothing is sent until you save it.",
        ),
      }
    : { button: t("Undo"), note: undefined };
  const detail = [...lines, ...stays, undo.note].filter((line) => line !== undefined).join("\n");
  const title = t("Undo the last save of {0} ({1})?", name, account);
  return (await vscode.window.showWarningMessage(title, { modal: true, detail }, undo.button)) === undo.button;
}

function keptWords(reason: KeptReason): string {
  switch (reason) {
    case "changed_since":
      return t("stays, because somebody has changed it since.");
    case "unknown_before":
      return t("stays, because it could not be read before the save.");
    case "not_allowed":
      return t("stays, because the old value is not allowed in an update.");
  }
}
