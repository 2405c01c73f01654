import { type Contact, type ContactField, contactFieldNames, type FieldPath } from "@raze-contacts/schema";
import type { ContactValues } from "./contact-values.ts";
import { sameValue } from "./field-equality.ts";
import { sameJson } from "./json-objects.ts";
import { mergeField, type Side, unknown } from "./merge-field.ts";

/** A place that both sides changed, each in its own way. */
export type Conflict = {
  /** The field, or `["custom_fields", key]`. */
  readonly path: FieldPath;
  /** What both started from. Of a field: undefined if that is unknown. Of a key: undefined if it was not there. */
  readonly base: unknown;
  /** What it was changed to on this side. Of a key: undefined if it was removed. */
  readonly mine: unknown;
  /** What it is on the other side. Of a field: undefined if that is unreadable. Of a key: undefined if it is gone. */
  readonly theirs: unknown;
};

/** A person's answer to a conflict. It holds only while the other side still has the `theirs` that it was given for. */
export type Resolution = {
  readonly path: FieldPath;
  readonly theirs?: unknown;
  readonly take: "mine" | "theirs";
};

/** What came of a merge. */
export type MergeResult<Merged extends ContactValues = ContactValues> =
  | {
      readonly kind: "merged";
      readonly contact: Merged;
      /** The fields in which the other side had changed something that is now part of the result. */
      readonly mergedFields: readonly ContactField[];
    }
  | { readonly kind: "conflict"; readonly conflicts: readonly Conflict[] };

/** What a merge can know beyond its three sides. */
export type MergeOptions = {
  /** Fields of `theirs` that could not be read: the `drift` of an answer. A change of mine to one conflicts. */
  readonly unknown?: readonly string[] | undefined;
  /** Answers to the conflicts of an earlier try. */
  readonly resolutions?: readonly Resolution[] | undefined;
};

/** True if the other side has not changed since a resolution was given for this place. */
function settles({ theirs }: Resolution, conflict: Conflict): boolean {
  const [field, key] = conflict.path;
  const isReadField = key === undefined && theirs !== undefined && conflict.theirs !== undefined;
  return isReadField
    ? sameValue(field as ContactField, theirs, conflict.theirs) // a conflict's path starts with a field
    : sameJson(theirs, conflict.theirs);
}

/** True if the result is not what this side had, so that the person learns of it. */
function isNews(field: ContactField, value: unknown, { base, mine = base }: Side): boolean {
  const isKnown = mine !== undefined && mine !== unknown && value !== unknown;
  return isKnown && !sameValue(field, value, mine);
}

/**
 * Merges two changes of one contact, field by field: tags as a set (theirs, plus my adds, minus my removals), custom
 * fields key by key, anything else as one value. What only one side changed is taken from that side; what both
 * changed, each in its own way, is a conflict.
 *
 * @param base what both sides started from; undefined if unknown: then every field of mine that differs conflicts
 * @param mine any of the eight fields; one that is left out is theirs
 * @param theirs the contact as it is now on the other side
 *
 * @example
 * const result = mergeContacts(base, { ...base, position: "CTO" }, await theirs());
 * if (result.kind === "conflict") for (const { path, mine, theirs } of result.conflicts) ask(path, mine, theirs);
 */
export function mergeContacts(
  base: ContactValues | undefined,
  mine: ContactValues,
  theirs: Contact,
  options?: MergeOptions,
): MergeResult<Contact>;
export function mergeContacts(
  base: ContactValues | undefined,
  mine: ContactValues,
  theirs: ContactValues,
  options?: MergeOptions,
): MergeResult;
export function mergeContacts(
  base: ContactValues | undefined,
  mine: ContactValues,
  theirs: ContactValues,
  { unknown: unreadable = [], resolutions = [] }: MergeOptions = {},
): MergeResult {
  const conflicts: Conflict[] = [];
  const resolutionsAt = new Map<string, Resolution[]>();
  for (const resolution of resolutions) {
    const place = JSON.stringify(resolution.path);
    const others = resolutionsAt.get(place);
    if (others) others.push(resolution);
    else resolutionsAt.set(place, [resolution]);
  }
  const settle = (conflict: Conflict): unknown => {
    const candidates = resolutionsAt.get(JSON.stringify(conflict.path));
    const resolution = candidates?.find((candidate) => settles(candidate, conflict));
    if (resolution === undefined) conflicts.push(conflict);
    return resolution?.take === "theirs" ? conflict.theirs : conflict.mine;
  };

  const taken: Partial<Record<ContactField, unknown>> = {};
  const mergedFields: ContactField[] = [];
  for (const field of contactFieldNames) {
    const side = {
      base: base ? base[field] : unknown,
      mine: mine[field],
      theirs: unreadable.includes(field) ? unknown : theirs[field],
    };
    const value = mergeField(field, side, settle);
    if (value !== side.theirs) taken[field] = value;
    if (isNews(field, value, side)) mergedFields.push(field);
  }
  if (conflicts.length > 0) return { kind: "conflict", conflicts };
  // `taken` holds what came from the same field of one of the sides; the compiler loses that pairing in a loop.
  return { kind: "merged", contact: { ...theirs, ...(taken as ContactValues) }, mergedFields };
}
