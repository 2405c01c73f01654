import { type ContactField, contactFields } from "@raze-contacts/schema";
import { emptyValue, sameValue, tagName } from "./field-equality.ts";
import { isObject, own, sameJson } from "./json-objects.ts";
import type { Conflict } from "./merge.ts";

/** Stands for a value that nobody knows. It is like no value, not even like itself. */
export const unknown = Symbol("unknown");

/** One value as it was, as I changed it, and as it is now on the other side. */
export type Side = { readonly base: unknown; readonly mine: unknown; readonly theirs: unknown };

/** Gives the value that ends a conflict. */
export type Settle = (conflict: Conflict) => unknown;

/** Whoever changed the value wins; if both did so alike, there is nothing to settle. */
function mergeValue(
  { base, mine, theirs }: Side,
  same: (left: unknown, right: unknown) => boolean,
  bothChanged: () => unknown,
): unknown {
  if (same(mine, theirs) || same(mine, base)) return theirs;
  return same(theirs, base) ? mine : bothChanged();
}

/** Theirs, plus the tags that I added, without those that I removed; theirs keep their form and order. */
function mergeTags({ base, mine, theirs }: Side): unknown {
  if (!Array.isArray(base) || !Array.isArray(mine) || !Array.isArray(theirs)) return mine;
  const before = new Set(base.map(tagName));
  const wanted = new Set(mine.map(tagName));
  const there = new Set(theirs.map(tagName));
  return [
    ...theirs.filter((tag) => wanted.has(tagName(tag)) || !before.has(tagName(tag))),
    ...mine.filter((tag) => !before.has(tagName(tag)) && !there.has(tagName(tag))),
  ];
}

/** Custom fields key by key; what a key holds is one value, however deep. */
function mergeKeys({ base, mine, theirs }: Side, settle: Settle): unknown {
  if (!isObject(base) || !isObject(mine) || !isObject(theirs)) return mine;
  const merged: [string, unknown][] = [];
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const side = { base: own(base, key), mine: own(mine, key), theirs: own(theirs, key) };
    const value = mergeValue(side, sameJson, () => settle({ path: ["custom_fields", key], ...side }));
    if (value !== undefined) merged.push([key, value]);
  }
  // Not by assignment, which would take a `__proto__` key for the prototype.
  return Object.fromEntries(merged);
}

/**
 * Merges one field; one that mine leaves out is theirs. A side that is unknown agrees with nothing, so a change of
 * mine then has to be settled.
 */
export function mergeField(field: ContactField, { base, mine, theirs }: Side, settle: Settle): unknown {
  if (mine === undefined) return theirs;
  const same = (left: unknown, right: unknown) => left !== unknown && sameValue(field, left, right);
  return mergeValue({ base, mine, theirs }, same, () => {
    const { input } = contactFields[field];
    if (base !== unknown && theirs !== unknown && (input === "tags" || input === "custom_fields")) {
      const empty = emptyValue(field);
      const side = { base: base ?? empty, mine: mine ?? empty, theirs: theirs ?? empty };
      return input === "tags" ? mergeTags(side) : mergeKeys(side, settle);
    }
    const told = (value: unknown) => (value === unknown ? undefined : (value ?? null));
    return settle({ path: [field], base: told(base), mine, theirs: told(theirs) });
  });
}
