import {
  type Contact,
  contactFieldNames,
  contactFields,
  type FieldInput,
  type Pagination,
} from "@raze-contacts/schema";
import { isObject, isText } from "./json-objects.ts";

type Accepts = (value: unknown) => boolean;

const isTextOrNumber: Accepts = (value) => typeof value === "string" || typeof value === "number";
const isMissing: Accepts = (value) => value === undefined || value === null;

const isTag: Accepts = (tag) => {
  if (!isObject(tag)) return isText(tag);
  const { id, name, color } = tag;
  return isText(name) && (isMissing(id) || isTextOrNumber(id)) && (isMissing(color) || isText(color));
};

const byInput: Partial<Record<FieldInput, Accepts>> = {
  tags: (value) => Array.isArray(value) && value.every(isTag),
  custom_fields: isObject,
};

/** Every documented field of an answer but `id`, with what it can hold besides null. */
const documented: readonly (readonly [field: string, accepts: Accepts])[] = [
  ...contactFieldNames.map((field) => [field, byInput[contactFields[field].input] ?? isText] as const),
  ["source", isText],
  ["created_at", isTextOrNumber],
  ["updated_at", isTextOrNumber],
];

/** The object without those of its fields that hold what they cannot; their names go into `drift`. */
function keepReadable(
  data: Record<string, unknown>,
  fields: typeof documented,
  drift: Set<string>,
  prefix = "",
): Record<string, unknown> {
  let readable = data;
  for (const [field, accepts] of fields) {
    const value = data[field];
    if (isMissing(value) || accepts(value)) continue;
    if (readable === data) readable = { ...data };
    delete readable[field];
    drift.add(prefix + field);
  }
  return readable;
}

/**
 * Reads a contact by hand, which costs a tenth of what a schema does. Loose: unknown fields are kept, null and missing
 * are allowed, a documented field of a wrong type is left out and named in `drift`.
 *
 * @returns undefined without a usable id
 */
export function readContact(data: unknown, drift: Set<string>): Contact | undefined {
  if (!isObject(data)) return undefined;
  const { id } = data;
  if (!isText(id) || id === "") return undefined;
  // keepReadable has left out whatever is not as Contact says.
  return keepReadable(data, documented, drift) as Contact;
}

const counts = ["page", "limit", "total", "total_pages"].map(
  (field) => [field, (value: unknown) => typeof value === "number"] as const,
);

/** Reads where a page of a list stands; whatever is unreadable is left out and named in `drift`. */
export function readPagination(data: unknown, drift: Set<string>): Pagination {
  if (isMissing(data)) return {};
  if (isObject(data)) return keepReadable(data, counts, drift, "pagination.");
  drift.add("pagination");
  return {};
}
