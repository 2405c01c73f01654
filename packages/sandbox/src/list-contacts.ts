import type { Contact, Pagination } from "@raze-contacts/schema";
import type { ListQuery } from "./list-query.ts";
import { readTimestamp } from "./timestamp.ts";

const fold = (text: string | null | undefined): string => (text ?? "").normalize("NFC").toLowerCase();

const equals = (text: string | null | undefined, wanted: string): boolean =>
  wanted === "" || fold(text) === fold(wanted);

function matches(contact: Contact, { search, company, email, source, tags }: ListQuery): boolean {
  const part = fold(search);
  const own = new Set((contact.tags ?? []).map((tag) => fold(typeof tag === "string" ? tag : tag.name)));
  return (
    [contact.name, contact.email, contact.company].some((text) => fold(text).includes(part)) &&
    equals(contact.company, company) &&
    equals(contact.email, email) &&
    equals(contact.source, source) &&
    (tags.length === 0 || tags.some((tag) => own.has(fold(tag))))
  );
}

const alphabet = new Intl.Collator("en");

/** What a contact is sorted by; nothing when it has no such value. */
function sortKey(contact: Contact, field: ListQuery["sortBy"]): string | number | undefined {
  if (field === "created_at" || field === "updated_at") return readTimestamp(contact[field]);
  return contact[field] || undefined;
}

const compare = (one: string | number, other: string | number): number =>
  typeof one === "number" && typeof other === "number" ? one - other : alphabet.compare(String(one), String(other));

/** What is missing stands last in either order, and equals stand by id, so that pages never overlap. */
function order({ sortBy, sortOrder }: ListQuery) {
  const direction = sortOrder === "asc" ? 1 : -1;
  return (one: Contact, other: Contact): number => {
    const key = sortKey(one, sortBy);
    const otherKey = sortKey(other, sortBy);
    const byId = one.id < other.id ? -1 : 1;
    if (key === undefined || otherKey === undefined) {
      return Number(key === undefined) - Number(otherKey === undefined) || byId;
    }
    return compare(key, otherKey) * direction || byId;
  };
}

/** A page of the contacts that match, sorted. */
export function listContacts(
  contacts: Iterable<Contact>,
  query: ListQuery,
): { contacts: Contact[]; pagination: Pagination } {
  const { page, limit } = query;
  const found = Array.from(contacts)
    .filter((contact) => matches(contact, query))
    .sort(order(query));
  return {
    contacts: found.slice((page - 1) * limit, page * limit),
    pagination: { page, limit, total: found.length, total_pages: Math.ceil(found.length / limit) },
  };
}
