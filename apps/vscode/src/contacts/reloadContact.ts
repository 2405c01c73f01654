import type * as vscode from "vscode";
import type { ContactReader } from "./contactReader.ts";
import { textOf } from "./contactText.ts";
import { openDocument, parseContactUri } from "./contactUri.ts";
import { DocumentEdits } from "./documentEdits.ts";
import type { DraftBases } from "./draftBases.ts";
import type { SaveReasons } from "./saveReasons.ts";

/**
 * Reads the contact again and shows it as the server has it; the draft is given up, because the person asked for it.
 * It can be undone. A read that fails costs nobody their text.
 */
export async function reloadContact(
  rooms: { reader: ContactReader; draftBases: DraftBases; reasons: SaveReasons },
  contact: vscode.Uri,
): Promise<void> {
  const address = parseContactUri(contact);
  const document = openDocument(contact);
  if (address === undefined || document === undefined) return;
  const base = await rooms.reader.readKnown(address);
  await rooms.draftBases.take(contact, base);
  await DocumentEdits.of(document).setText(textOf(base));
  await rooms.reasons.saveSettled(document);
}
