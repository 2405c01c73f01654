import { type ContactId, parseContactId } from "@raze-contacts/schema";
import * as vscode from "vscode";

/** The URI scheme of contacts, and the language of their JSON. */
export const contactScheme = "raze-contact";
/** The editor that shows a contact as a form. */
export const formViewType = "raze.form";
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

/** Reads a contact's URI; nothing for any other, nor for another spelling of one. */
export function parseContactUri(uri: vscode.Uri): ContactAddress | undefined {
  if (uri.scheme !== contactScheme || uri.authority === "" || !uri.path.endsWith(extension)) return undefined;
  const parsed = parseContactId(decoded(uri.path.slice(1, -extension.length)));
  if (!parsed.ok) return undefined;
  const address = { accountId: uri.authority, id: parsed.id };
  return contactUri(address).toString() === uri.toString() ? address : undefined;
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined; // not percent-encoded: no URI of ours
  }
}

/** A contact's document, if VS Code has it open. */
export const openDocument = (contact: vscode.Uri): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find((document) => document.uri.toString() === contact.toString());

/** The contact that a tab shows, in the form or as text. */
export function contactOfTab(tab: vscode.Tab | undefined): vscode.Uri | undefined {
  const input = tab?.input;
  const uri = input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? input.uri : undefined;
  return uri?.scheme === contactScheme ? uri : undefined;
}

/** The contacts that have a tab: one that VS Code has restored may have no document yet. */
export const contactsInTabs = (): vscode.Uri[] =>
  vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .map(contactOfTab)
    .filter((contact) => contact !== undefined);
