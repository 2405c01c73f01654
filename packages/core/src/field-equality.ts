import { type ContactField, contactFields } from "@raze-contacts/schema";
import { isObject, sameJson } from "./json-objects.ts";

const empty = { text: "", list: [], object: {} } as const;

/** The value that stands for nothing in a field, as it is sent to clear it. */
export const emptyValue = (field: ContactField): "" | readonly never[] | Readonly<Record<string, never>> => {
  const { input } = contactFields[field];
  return input === "tags" ? empty.list : input === "custom_fields" ? empty.object : empty.text;
};

/** A tag by its name, which is what an update sends. A value that is no tag stays, for the schema to refuse it. */
export const tagName = (tag: unknown): unknown => {
  const { name } = isObject(tag) ? tag : { name: tag };
  return name;
};

const sameTags = (left: readonly unknown[], right: readonly unknown[]): boolean => {
  const names = new Set(left.map(tagName));
  const others = new Set(right.map(tagName));
  return names.size === others.size && [...names].every((name) => others.has(name));
};

/**
 * True if two values of a field mean the same to a person: null, missing and the empty value are alike, tags are a
 * set of names, custom fields ignore the order of their keys.
 */
export function sameValue(field: ContactField, left: unknown, right: unknown): boolean {
  const a = left ?? emptyValue(field);
  const b = right ?? emptyValue(field);
  const areTags = contactFields[field].input === "tags" && Array.isArray(a) && Array.isArray(b);
  return areTags ? sameTags(a, b) : sameJson(a, b);
}
