import { type ContactId, parseContactId } from "@raze-contacts/schema";

const idShape = "cnt_[A-Za-z0-9]+|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

/** Text that looks like a contact's id: `cnt_…` or a UUID. */
export const idPattern = new RegExp(`\\b(?:${idShape})\\b`);

/** What a person typed or pasted to name a contact. */
export type ContactReference =
  | { readonly kind: "id"; readonly id: ContactId }
  /** Words to look for, or nothing yet. */
  | { readonly kind: "words" }
  | { readonly kind: "refused"; readonly message: string };

const wholeId = new RegExp(`^(?:${idShape})$`);

/** Reads a contact's id, or the address of a page that shows it, out of what a person typed. */
export function readContactReference(typed: string): ContactReference {
  const text = typed.trim();
  if (/^https?:\/\//i.test(text)) {
    const id = URL.canParse(text) ? idInAddress(new URL(text)) : undefined;
    if (id === undefined) return { kind: "refused", message: "There is no contact id in this address." };
    return readContactReference(id);
  }
  const parsed = parseContactId(text);
  if (!parsed.ok) return text === "" ? { kind: "words" } : { kind: "refused", message: parsed.error.message };
  // A server may have ids of any form; words have spaces between them or are still short.
  return wholeId.test(text) || (/^\S{6,}$/.test(text) && /\d/.test(text))
    ? { kind: "id", id: parsed.id }
    : { kind: "words" };
}

function idInAddress({ pathname, searchParams, hash }: URL): string | undefined {
  const places = [...pathname.split("/").reverse(), ...searchParams.values(), hash.slice(1)];
  return places.find((place) => wholeId.test(place));
}
