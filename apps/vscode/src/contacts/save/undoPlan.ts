import { diffContact } from "@raze-contacts/core";
import { type ContactField, type ContactUpdate, parseContactUpdate } from "@raze-contacts/schema";
import type { FieldValues } from "../document/fieldValues.ts";
import type { LastSave } from "./lastSaves.ts";

/** Why a field of a save stays as it is now. */
export type KeptReason =
  | "changed_since"
  /** It could not be read before the save. */
  | "unknown_before"
  /** What was stored breaks the contract's own rules, such as a blank name: no update can bring it back. */
  | "not_allowed";

/** What an undo sends, and what it leaves alone. */
export type UndoPlan = {
  readonly update: ContactUpdate;
  readonly kept: readonly { readonly field: ContactField; readonly reason: KeptReason }[];
};

const isSame = (field: ContactField, left: FieldValues, right: FieldValues): boolean =>
  field in right && !(field in diffContact(left, { [field]: right[field] }));

/** The inverse of a save, for the fields that nobody has changed since. A field that is as it was needs nothing. */
export function planUndo({ fields, before, after }: LastSave & { before: FieldValues }, now: FieldValues): UndoPlan {
  const update: Record<string, unknown> = {};
  const kept: { field: ContactField; reason: KeptReason }[] = [];
  for (const field of fields) {
    if (isSame(field, before, now)) continue;
    if (!(field in before)) kept.push({ field, reason: "unknown_before" });
    else if (!isSame(field, after, now)) kept.push({ field, reason: "changed_since" });
    else if (!parseContactUpdate({ [field]: before[field] }).ok) kept.push({ field, reason: "not_allowed" });
    else update[field] = before[field];
  }
  return { update, kept }; // each value is its own field's
}
