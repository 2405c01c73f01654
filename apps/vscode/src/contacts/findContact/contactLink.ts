import { type ContactId, parseContactId } from "@raze-contacts/schema";
import { isPlainId } from "./contactReference.ts";

/** What a link to this extension asks for. */
export type ContactLink =
  | { readonly kind: "contact"; readonly id: ContactId }
  | { readonly kind: "refused"; readonly why: "other_path" | "more_than_id" | "odd_id" };

/** The parts of a link after its scheme and the extension's name, as `vscode.Uri` has them: percent-decoded. */
type LinkParts = { readonly path: string; readonly query: string; readonly fragment: string };

/**
 * Reads a link, which anybody may have written: `/contact/<id>` and nothing else. The id is to be read by a person
 * who is asked about it, so it is of letters, digits and `._~-` alone.
 */
export function readContactLink({ path, query, fragment }: LinkParts): ContactLink {
  if (query !== "" || fragment !== "") return { kind: "refused", why: "more_than_id" };
  const [, id] = /^\/contact\/([^/]+)$/.exec(path) ?? [];
  if (id === undefined) return { kind: "refused", why: "other_path" };
  const parsed = parseContactId(id);
  return parsed.ok && isPlainId(id) ? { kind: "contact", id: parsed.id } : { kind: "refused", why: "odd_id" };
}
