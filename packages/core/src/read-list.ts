import type { Contact, Pagination } from "@raze-contacts/schema";
import { isObject } from "./json-objects.ts";
import { readContact, readPagination } from "./read-contact.ts";

/**
 * Reads a page of contacts: `data.contacts` with `data.pagination` as documented, or `data` itself the list with
 * `pagination` beside it, as was seen. An entry without an id cannot be used and is left out, with `id` in the drift.
 */
export function readList(
  { data, pagination: beside }: Record<string, unknown>,
  drift: Set<string>,
): { contacts: Contact[]; pagination: Pagination } | "list_unreadable" {
  const { contacts: entries, pagination = beside } = isObject(data) ? data : { contacts: data };
  if (!Array.isArray(entries)) return "list_unreadable";
  const contacts: Contact[] = [];
  for (const entry of entries) {
    const contact = readContact(entry, drift);
    if (contact === undefined) drift.add("id");
    else contacts.push(contact);
  }
  return { contacts, pagination: readPagination(pagination, drift) };
}
