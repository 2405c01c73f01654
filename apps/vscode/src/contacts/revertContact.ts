import { diffContact } from "@raze-contacts/core";
import type * as vscode from "vscode";
import type { KeptBases } from "./base/keptBases.ts";
import { readContactText, textOf, unshownFaults } from "./document/contactText.ts";
import { openDocument } from "./document/contactUri.ts";
import { DocumentEdits } from "./document/documentEdits.ts";
import type { Notices } from "./notices/notices.ts";
import type { SaveReasons } from "./save/saveReasons.ts";

type RevertRooms = { readonly bases: KeptBases; readonly notices: Notices; readonly reasons: SaveReasons };

/** Gives up what the draft changes, without asking the server. False when nobody knows what it started from. */
export async function revertContact(rooms: RevertRooms, contact: vscode.Uri): Promise<boolean> {
  const document = openDocument(contact);
  const base = rooms.bases.get(contact);
  if (document === undefined || base === undefined) return false;
  await DocumentEdits.of(document).setText(textOf(base));
  await settleUnchanged(rooms, document);
  return true;
}

/**
 * Lets VS Code take a draft for clean that changes nothing any more, for it goes by what was done and not by what is
 * there; what was said of the draft goes with it.
 */
export async function settleUnchanged(
  { bases, notices, reasons }: RevertRooms,
  document: vscode.TextDocument,
): Promise<void> {
  if (notices.isSaving(document.uri)) return; // what was sent before may soon be what the draft changes
  const base = bases.get(document.uri);
  const read = readContactText(document.getText());
  // What the server itself holds may break our rules: it is not sent, so it is no change.
  if (base === undefined || read.kind === "broken" || unshownFaults(read).length > 0) return;
  const changes = diffContact(base.kind === "known" ? base.values : undefined, read.values);
  if (Object.keys(changes).length > 0) return;
  notices.clear(document.uri);
  if (document.isDirty) await reasons.saveSettled(document);
}
