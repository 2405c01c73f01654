import type { Conflict, Resolution } from "@raze-contacts/core";
import { isContactField } from "@raze-contacts/schema";
import type * as vscode from "vscode";
import { readContactText } from "../document/contactText.ts";
import { openDocument } from "../document/contactUri.ts";
import { DocumentEdits } from "../document/documentEdits.ts";
import type { Notices } from "../notices/notices.ts";
import { type OpenConflict, openOver, type Side, withSide } from "../notices/openConflicts.ts";

const isAt = (path: Conflict["path"]) => (conflict: OpenConflict) =>
  JSON.stringify(conflict.path) === JSON.stringify(path);

/** What a later save finds, in place of what an earlier one found; what was chosen there holds on. */
export const withEarlier = (found: readonly OpenConflict[], earlier: readonly OpenConflict[]): OpenConflict[] => [
  ...found,
  ...earlier.filter(({ chosen, path }) => chosen !== undefined && !found.some(isAt(path))),
];

/**
 * What a save needs to know of the choices. Only mine has to be told: theirs is taken into the draft, so it differs
 * from theirs no more. Each holds only while the server still has what the person saw.
 */
export const resolutionsOf = (conflicts: readonly OpenConflict[]): Resolution[] =>
  conflicts.flatMap(({ path, theirs, chosen }) => (chosen === "mine" ? [{ path, theirs, take: chosen }] : []));

/** Chooses a side of a conflict. Theirs is put into the draft, where it can be undone; nothing is sent. */
export async function chooseSide(
  notices: Notices,
  contact: vscode.Uri,
  path: Conflict["path"],
  chosen: Side,
): Promise<void> {
  const document = openDocument(contact);
  const read = document && readContactText(document.getText());
  if (document === undefined || read?.kind !== "values") return;
  const conflict = openOver(read.values, notices.get(contact).conflicts ?? []).find(isAt(path));
  const [field] = path;
  if (conflict === undefined || !isContactField(field)) return;
  // Mine is in the draft already, unless theirs was chosen before.
  if (chosen !== (conflict.chosen ?? "mine")) {
    await DocumentEdits.of(document).set(field, withSide(read.values, conflict, chosen)[field]);
  }
  const { banner: _, untilEdited: __, ...notice } = notices.get(contact);
  if (!notice.conflicts?.some(isAt(path))) return; // saved or reloaded meanwhile
  const conflicts = notice.conflicts.map((one) => (isAt(path)(one) ? { ...conflict, chosen } : one));
  notices.show(contact, { ...notice, conflicts, tellsConflicts: true });
}
