import * as vscode from "vscode";
import { FormEditor } from "../form/formEditor.ts";
import { type ContactFileSystem, openDocument } from "./contactFileSystem.ts";
import type { ContactReader } from "./contactReader.ts";
import { parseContactUri } from "./contactUri.ts";
import type { Notices } from "./notices.ts";

/** Reads the contact again and shows it as the server has it; the draft is given up, because the person asked for it. */
export async function reloadContact(
  rooms: { reader: ContactReader; fileSystem: ContactFileSystem; notices: Notices },
  contact: vscode.Uri,
): Promise<void> {
  const address = parseContactUri(contact);
  if (address === undefined) return;
  // First the answer, then the draft: a read that fails must not cost anybody their text.
  rooms.reader.prepare(contact, await rooms.reader.read(address));
  if (openDocument(contact)?.isDirty === true) {
    await vscode.commands.executeCommand("vscode.openWith", contact, FormEditor.viewType);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  } else rooms.fileSystem.refresh(contact);
  rooms.notices.clear(contact);
}
