import { isDeepStrictEqual } from "node:util";
import { type Contact, contactFieldNames } from "@raze-contacts/schema";
import type { ContactValues, Resolution } from "../../src/index.ts";

/** One thing that somebody did to a contact, and how to see whether it still stands. */
export type Edit = {
  /** Like `position`, `tags + new`, `tags - old` or `custom_fields.industry`. */
  readonly name: string;
  readonly field: string;
  readonly stands: (contact: ContactValues) => boolean;
};

const tagNames = ({ tags }: ContactValues): string[] =>
  (tags ?? []).map((tag) => (typeof tag === "string" ? tag : String(tag.name)));

function tagEdits(before: ContactValues, after: ContactValues): Edit[] {
  const [was, is] = [tagNames(before), tagNames(after)];
  const edit = (sign: "+" | "-", tag: string): Edit => ({
    name: `tags ${sign} ${tag}`,
    field: "tags",
    stands: (contact) => tagNames(contact).includes(tag) === (sign === "+"),
  });
  return [
    ...is.filter((tag) => !was.includes(tag)).map((tag) => edit("+", tag)),
    ...was.filter((tag) => !is.includes(tag)).map((tag) => edit("-", tag)),
  ];
}

function customEdits(before: ContactValues, after: ContactValues): Edit[] {
  const fieldOf = ({ custom_fields }: ContactValues, key: string): unknown =>
    Object.hasOwn(custom_fields ?? {}, key) ? custom_fields?.[key] : undefined;
  const keys = new Set([...Object.keys(before.custom_fields ?? {}), ...Object.keys(after.custom_fields ?? {})]);
  return [...keys]
    .filter((key) => !isDeepStrictEqual(fieldOf(before, key), fieldOf(after, key)))
    .map((key) => ({
      name: `custom_fields.${key}`,
      field: "custom_fields",
      stands: (contact) => isDeepStrictEqual(fieldOf(contact, key), fieldOf(after, key)),
    }));
}

/** What was done to a contact, by the smallest things that can get lost: said anew, without the code under test. */
export function editsBetween(before: ContactValues, after: ContactValues): Edit[] {
  const texts = contactFieldNames
    .filter((field) => field !== "tags" && field !== "custom_fields")
    .filter((field) => (before[field] ?? "") !== (after[field] ?? ""))
    .map((field) => ({
      name: field,
      field,
      stands: (contact: ContactValues) => (contact[field] ?? "") === (after[field] ?? ""),
    }));
  return [...texts, ...tagEdits(before, after), ...customEdits(before, after)];
}

/** The names of the edits that do not stand; in a contact that is gone, none does. */
export const lostOf = (edits: readonly Edit[], contact: Contact | undefined): Edit[] =>
  edits.filter(({ stands }) => contact === undefined || !stands(contact));

/** Whether a person was asked about the place of this edit. */
export const wasAsked =
  (resolutions: readonly Resolution[] = []) =>
  ({ name, field }: Edit): boolean =>
    resolutions.some(({ path }) => path.join(".") === name || (path.length === 1 && path[0] === field));
