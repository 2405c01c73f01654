import { diffContact } from "@raze-contacts/core";
import { type ContactField, type ContactUpdate, contactFieldNames, type JsonValue } from "@raze-contacts/schema";
import * as vscode from "vscode";
import { tellInStatusBar } from "../tellInStatusBar.ts";
import { t } from "../words/translate.ts";
import type { KeptBase } from "./base/keptBase.ts";
import type { ContactFileSystem } from "./contactFileSystem.ts";
import { readContactText } from "./document/contactText.ts";
import { formViewType, openDocument } from "./document/contactUri.ts";
import { DocumentEdits } from "./document/documentEdits.ts";
import { fieldTextEdit } from "./document/fieldTextEdit.ts";
import type { FieldValues } from "./document/fieldValues.ts";
import { listFields } from "./notices/saveMessages.ts";
import type { DraftSaves } from "./save/draftSaves.ts";

/** What a change without the form needs. */
export type ChangeRooms = { readonly fileSystem: ContactFileSystem; readonly saves: DraftSaves };

/**
 * Changes a contact by way of its document, without a form: so base, merge, messages and draft are those of every
 * save. What is refused stays as a draft, in its form. A draft that was there before takes the change and is not sent.
 *
 * @param base what was read of the contact, if it was not open
 * @param shown the values that the change was made from
 * @param hasDraft whether there was a draft then: the person was told that nothing is sent, and that holds on
 * @throws Error if the open draft no longer says so; nothing is done then
 */
export async function changeContact(
  { fileSystem, saves }: ChangeRooms,
  contact: vscode.Uri,
  {
    base,
    shown,
    update,
    hasDraft,
  }: { base: KeptBase | undefined; shown: FieldValues; update: ContactUpdate; hasDraft: boolean },
): Promise<void> {
  const open = () => vscode.workspace.openTextDocument(contact);
  const isOpen = openDocument(contact) !== undefined;
  if (!isOpen && base !== undefined) await fileSystem.withAtHand(contact, base, open);
  const document = await open();
  await DocumentEdits.of(document).flushed();
  const fields = contactFieldNames.filter((field) => field in update);
  // The values of an update are JSON.
  const jsonOf = (field: ContactField) => update[field] as JsonValue;
  const textWith = (text: string): string => {
    refuseIfMoved(text, shown, update);
    return fields.reduce((changed, field) => {
      const { offset, length, text: value } = fieldTextEdit(changed, field, jsonOf(field)) ?? nothing;
      return changed.slice(0, offset) + value + changed.slice(offset + length);
    }, text);
  };
  const put = async () => {
    // VS Code may have let go of it while the person signed in.
    const edits = DocumentEdits.of(document.isClosed ? await open() : document);
    for (const field of fields) await edits.set(field, jsonOf(field));
  };
  if (!document.isDirty && !hasDraft) return saves.save(contact, { change: { textWith, put } });
  refuseIfMoved(document.getText(), shown, update);
  await put();
  await vscode.commands.executeCommand("vscode.openWith", contact, formViewType);
  tellInStatusBar(t("{0}: in the draft, not sent yet. Save it to send it.", listFields(fields)));
}

const nothing = { offset: 0, length: 0, text: "" };

function refuseIfMoved(text: string, shown: FieldValues, update: ContactUpdate): void {
  const read = readContactText(text);
  if (read.kind === "broken") {
    throw new Error(t("The open draft of this contact is not valid JSON. Fix it first; nothing was changed."));
  }
  const moved = Object.keys(diffContact(shown, read.values)).filter((field) => field in update);
  if (moved.length > 0) {
    const fields = listFields(moved);
    throw new Error(t("{0}: the open draft says something else now. Nothing was changed.", fields));
  }
}
