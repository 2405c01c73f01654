import { type ContactId, type FieldError, parseContactId } from "@raze-contacts/schema";

const idShape = "cnt_[A-Za-z0-9]+|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

/** Text that looks like a contact's id: `cnt_…` or a UUID. */
export const idPattern = new RegExp(`\\b(?:${idShape})\\b`);

/**
 * An id that reads as what it is. Where somebody else names a contact and a person says yes to the id, it must hold
 * nothing that says more: a server's ids could.
 */
export const isPlainId = (id: string): boolean => /^[\w.~-]{1,100}$/.test(id);

/** What a person typed or pasted to name contacts. */
export type ContactReference =
  /** The ids of contacts, each once, and what stood between them and is none. */
  | { readonly kind: "contacts"; readonly ids: readonly ContactId[]; readonly leftOut: readonly string[] }
  /** Words to look for, or nothing yet. A server may have ids of any form, so they may be ids all the same. */
  | { readonly kind: "words"; readonly text: string; readonly maybeIds: readonly ContactId[] }
  | { readonly kind: "refused"; readonly fault: "no_id_in_address" | "too_long" | FieldError };

const wholeId = new RegExp(`^(?:${idShape})$`);
const isAddress = (text: string): boolean => /^https?:\/\//i.test(text);
/** No name that somebody looks for is longer, and an address has to hold it. */
const longestWords = 200;

/** Reads ids of contacts, or the addresses of pages that show them, out of what a person typed. */
export function readContactReference(typed: string): ContactReference {
  const text = typed.trim();
  // As lists are copied from a text, a spreadsheet or JSON.
  const parts = text.split(/[\s,;"'[\]]+/).filter((part) => part !== "");
  const ids = unique(parts.flatMap((part) => certainId(part) ?? []));
  if (ids.length > 0) {
    return { kind: "contacts", ids, leftOut: parts.filter((part) => certainId(part) === undefined) };
  }
  const [first = ""] = parts;
  if (isAddress(first)) return { kind: "refused", fault: "no_id_in_address" };
  if (text.length > longestWords) return { kind: "refused", fault: "too_long" };
  const parsed = parseContactId(first);
  if (/^(?:cnt_|\.\.?$)/.test(first) && !parsed.ok) return { kind: "refused", fault: parsed.error };
  const possible = parts.map(possibleId);
  return {
    kind: "words",
    text,
    maybeIds: unique(possible.filter((id) => id !== undefined && !possible.includes(undefined))),
  };
}

const unique = (ids: readonly (ContactId | undefined)[]): ContactId[] => [
  ...new Set(ids.filter((id) => id !== undefined)),
];

function certainId(part: string): ContactId | undefined {
  const text = isAddress(part) && URL.canParse(part) ? idInAddress(new URL(part)) : part;
  if (text === undefined || !wholeId.test(text)) return undefined;
  const parsed = parseContactId(text);
  return parsed.ok ? parsed.id : undefined;
}

function possibleId(part: string): ContactId | undefined {
  const parsed = parseContactId(part);
  return parsed.ok && /^[^\s@]{6,}$/.test(part) && /\d/.test(part) ? parsed.id : undefined;
}

function idInAddress({ pathname, searchParams, hash }: URL): string | undefined {
  const places = [...pathname.split("/").reverse(), ...searchParams.values(), hash.slice(1)];
  return places.find((place) => wholeId.test(place));
}
