import {
  type ContactField,
  contactFieldNames,
  contactFields,
  contactSchema,
  type FieldInfo,
} from "@raze-contacts/schema";
import type { ContactChange } from "../apply-update.ts";

const isTooLong = (value: unknown, limit: number): boolean =>
  Array.isArray(value)
    ? value.some((item) => isTooLong(item, limit))
    : typeof value === "string" && Array.from(value).length > limit;

const fits = (field: ContactField, value: unknown): boolean => {
  const { lengthSeen }: FieldInfo = contactFields[field];
  return lengthSeen === undefined || !isTooLong(value, lengthSeen);
};

/**
 * The fields of an update as a server without rules of its own stores them: what it does not know is left out, what
 * is wrong is kept. Nothing when a database would refuse them: a value of another type, or one that is too long.
 */
export function readUnvalidated(update: Readonly<Record<string, unknown>>): ContactChange | undefined {
  const fields = contactFieldNames.filter((field) => Object.hasOwn(update, field));
  const known = Object.fromEntries(fields.map((field) => [field, update[field]]));
  const parsed = contactSchema.safeParse({ id: "any", ...known });
  if (!parsed.success || !fields.every((field) => fits(field, update[field]))) return undefined;
  const { id: _, ...change } = parsed.data;
  return change.tags?.some((tag) => typeof tag !== "string") ? undefined : change;
}
