import { type Conflict, diffContact, type Resolution } from "@raze-contacts/core";
import { isContactField, type JsonObject, type JsonValue } from "@raze-contacts/schema";
import { editableValues } from "../document/contactText.ts";
import { type FieldValues, ownValue } from "../document/fieldValues.ts";

/** Whose value of a conflict is kept. */
export type Side = Resolution["take"];

/** A conflict of the last save, and what the person chose for it. */
export type OpenConflict = Conflict & { readonly chosen?: Side };

/**
 * The conflicts as they stand over a draft, which may have been edited or undone since: where it was taken back there
 * is nothing to choose, theirs is chosen while the draft says it, and mine is what the draft says now.
 */
export const openOver = (draft: FieldValues, conflicts: readonly OpenConflict[]): OpenConflict[] =>
  conflicts
    .filter((conflict) => !says(draft, conflict, "base"))
    .map(({ chosen, ...conflict }) => {
      if (says(draft, conflict, "theirs")) return { ...conflict, chosen: "theirs" };
      return { ...conflict, mine: draftedAt(draft, conflict), ...(chosen === "mine" ? { chosen } : {}) };
    });

/** Values in which one side of a conflict stands at its place; beside it, in the same field, stands what is drafted. */
export function withSide(draft: FieldValues, { path: [field = "", key], ...sides }: Conflict, side: Side | "base") {
  const value = sides[side];
  const taken =
    key === undefined
      ? { [field]: value }
      : { custom_fields: withKey(draft.custom_fields ?? {}, String(key), value as JsonValue | undefined) }; // from JSON
  return editableValues({ id: "", ...taken });
}

const withKey = (object: JsonObject, key: string, value: JsonValue | undefined): JsonObject => {
  const { [key]: _, ...rest } = object;
  return value === undefined ? rest : { ...object, [key]: value };
};

function says(draft: FieldValues, conflict: Conflict, side: Side | "base"): boolean {
  const [field = "", key] = conflict.path;
  // Of a field, undefined is what nobody can tell.
  if (key === undefined && conflict[side] === undefined) return false;
  return !(field in diffContact(withSide(draft, conflict, side), draft));
}

function draftedAt(draft: FieldValues, { path: [field, key] }: Conflict): JsonValue | undefined {
  if (!isContactField(field)) return undefined;
  return key === undefined ? draft[field] : ownValue(draft.custom_fields ?? {}, String(key));
}
