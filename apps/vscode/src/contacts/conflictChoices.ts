import type { Conflict, Resolution } from "@raze-contacts/core";
import { isContactField, type JsonObject, type JsonValue } from "@raze-contacts/schema";
import type * as vscode from "vscode";
import { editableValues, readContactText } from "./contactText.ts";
import { openDocument } from "./contactUri.ts";
import { DocumentEdits } from "./documentEdits.ts";
import type { Notices } from "./notices.ts";
import { decidedBanner } from "./saveMessages.ts";

/** Whose value of a conflict is kept. */
export type Side = Resolution["take"];

/** A conflict of the last save, and what the person chose for it. */
export type OpenConflict = Conflict & { readonly chosen?: Side };

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
  const notice = notices.get(contact);
  const document = openDocument(contact);
  const conflict = notice.conflicts?.find(isAt(path));
  if (notice.conflicts === undefined || conflict === undefined || document === undefined) return;
  const read = readContactText(document.getText());
  const [field, key] = path;
  if (read.kind === "broken" || !isContactField(field)) return;
  // Mine is in the draft already, unless theirs was chosen before.
  if (chosen !== (conflict.chosen ?? "mine")) {
    const value = conflict[chosen];
    const stored =
      key === undefined
        ? { id: "", [field]: value }
        : { id: "", custom_fields: withKey(read.values.custom_fields ?? {}, String(key), value) };
    await DocumentEdits.of(document).set(field, editableValues(stored)[field]);
  }
  const conflicts = notice.conflicts.map((one) => (one === conflict ? { ...one, chosen } : one));
  const isDecided = conflicts.every((one) => one.chosen !== undefined);
  notices.show(contact, { ...notice, conflicts, ...(isDecided ? { banner: decidedBanner() } : {}) });
}

function withKey(object: JsonObject, key: string, value: unknown): JsonObject {
  const { [key]: _, ...rest } = object;
  // A conflict holds what was read from JSON.
  return value === undefined ? rest : { ...rest, [key]: value as JsonValue };
}
