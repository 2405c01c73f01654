import { type ContactId, parseContactId } from "@raze-contacts/schema";
import * as vscode from "vscode";

/** The URI scheme of contacts, and the language of their JSON. */
export const contactScheme = "raze-contact";
const extension = ".raze-contact";

/** Which contact, in whose account. */
export type ContactAddress = { readonly accountId: string; readonly id: ContactId };

/**
 * The one URI of a contact. Account and id alone: a name in it would make a second document, and so a second draft,
 * of the same contact.
 */
export function contactUri({ accountId, id }: ContactAddress): vscode.Uri {
  return vscode.Uri.from({
    scheme: contactScheme,
    authority: accountId,
    path: `/${encodeURIComponent(id)}${extension}`,
  });
}

/** Reads a contact's URI; nothing for any other. */
export function parseContactUri(uri: vscode.Uri): ContactAddress | undefined {
  if (uri.scheme !== contactScheme || !uri.path.startsWith("/") || !uri.path.endsWith(extension)) return undefined;
  try {
    const parsed = parseContactId(decodeURIComponent(uri.path.slice(1, -extension.length)));
    return parsed.ok && uri.authority !== "" ? { accountId: uri.authority, id: parsed.id } : undefined;
  } catch {
    return undefined; // not percent-encoded: no URI of ours
  }
}
