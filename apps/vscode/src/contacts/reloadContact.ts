import type * as vscode from "vscode";
import type { Accounts } from "../accounts/accounts.ts";
import { withKey } from "../accounts/signIn.ts";
import { tellInStatusBar } from "../tellInStatusBar.ts";
import { t } from "../words/translate.ts";
import type { DraftBases } from "./base/draftBases.ts";
import type { KeptBases } from "./base/keptBases.ts";
import type { ContactReader } from "./contactReader.ts";
import { textOf } from "./document/contactText.ts";
import { openDocument, parseContactUri } from "./document/contactUri.ts";
import { DocumentEdits } from "./document/documentEdits.ts";
import type { SaveReasons } from "./save/saveReasons.ts";

/**
 * Reads the contact again and shows it as the server has it; the draft is given up, because the person asked for it.
 * It can be undone. A read that fails costs nobody their text.
 */
export async function reloadContact(
  rooms: { accounts: Accounts; reader: ContactReader; bases: KeptBases; draftBases: DraftBases; reasons: SaveReasons },
  contact: vscode.Uri,
): Promise<void> {
  const address = parseContactUri(contact);
  const document = openDocument(contact);
  if (address === undefined || document === undefined) return;
  const before = rooms.bases.get(contact);
  const base = await withKey(rooms.accounts, address.accountId, () => rooms.reader.readKnown(address));
  if (base === undefined || document.isClosed) return;
  if (rooms.bases.get(contact) !== before) return reloadContact(rooms, contact); // saved meanwhile: it was read before
  await rooms.draftBases.take(contact, base);
  await DocumentEdits.of(document).setText(textOf(base));
  const isStale = document.getText() === textOf(base) && rooms.bases.get(contact) !== base;
  if (isStale) return reloadContact(rooms, contact); // saved while the text was put in
  await rooms.reasons.saveSettled(document);
  if (base.kind === "known") tellInStatusBar(t("{0} is shown as the server has it.", base.values.name || address.id));
}
