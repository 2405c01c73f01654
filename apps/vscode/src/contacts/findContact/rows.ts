import { type Contact, type ContactId, parseContactId } from "@raze-contacts/schema";
import * as vscode from "vscode";
import { faultSentence } from "../../words/contractWords.ts";
import { withoutIcons } from "../../words/markup.ts";
import { t } from "../../words/translate.ts";
import type { ContactReference } from "./contactReference.ts";
import type { Found, SearchState } from "./contactSearch.ts";
import type { RecentContact } from "./recentContacts.ts";
import type { Row } from "./row.ts";
import { statusRows } from "./statusRows.ts";
import { timeAgo } from "./timeAgo.ts";

export const updateFieldButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon("edit"),
  tooltip: t("Update One Field"),
};
export const copyIdButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon("copy"),
  tooltip: t("Copy ID"),
};
export const forgetButton: vscode.QuickInputButton = {
  iconPath: new vscode.ThemeIcon("close"),
  tooltip: t("Forget"),
};

/** What the list is made of. */
export type ListContents = {
  readonly reference: ContactReference;
  readonly recents: readonly RecentContact[];
  readonly search: SearchState;
  /** The name of the account. */
  readonly account: string;
};

/**
 * The rows for what was typed: what it names, the recent contacts, what the server found, and how the search stands.
 * The recent contacts come before what the server finds, so that a late answer moves none of them.
 */
export function rowsOf({ reference, recents, search, account }: ListContents): Row[] {
  const found = foundBy(search);
  const isSettled = search.kind === "found" && search.found.term !== "";
  const hits = new Map(isSettled ? found?.contacts.map((contact) => [contact.id, contact]) : []);
  const recentIds = new Set(recents.map(({ id }) => id));
  const listed = new Set([...recentIds, ...(found?.contacts.map(({ id }) => id) ?? [])]);
  return [
    ...namedRows(reference, listed),
    ...under(
      t("Recent"),
      recents.flatMap((contact) => recentRow(contact, hits.get(contact.id))),
    ),
    ...under(headingOf(found, account), [
      ...(found === undefined ? [] : foundRows(found, recentIds, isSettled)),
      ...statusRows(search),
      ...(reference.kind === "words" ? openRow(reference.maybeIds, listed) : []),
    ]),
  ];
}

function foundBy(search: SearchState): Found | undefined {
  if (search.kind === "found") return search.found;
  return search.kind === "waiting" ? search.before : undefined;
}

/** What the typed text itself names, or why it names nothing. */
function namedRows(reference: ContactReference, listed: ReadonlySet<string>): Row[] {
  if (reference.kind === "words") return [];
  if (reference.kind === "refused") {
    const label = withoutIcons(refusalSentence(reference.fault));
    return [{ label, iconPath: new vscode.ThemeIcon("error"), alwaysShow: true }];
  }
  const { ids, leftOut } = reference;
  const open = openRow(ids, listed);
  if (leftOut.length === 0) return open;
  const detail = t("Left out, not a contact ID: {0}", withoutIcons(leftOut.join(", ")));
  return open.map((row) => ({ ...row, detail }));
}

function openRow(ids: readonly ContactId[], listed: ReadonlySet<string>): Row[] {
  const [only] = ids;
  if (only === undefined || (ids.length === 1 && listed.has(only))) return [];
  const label = ids.length === 1 ? t("Open {0}", withoutIcons(only)) : t("Open {0} contacts", ids.length);
  return [{ label, alwaysShow: true, choice: { kind: "open", ids } }];
}

type Fault = Extract<ContactReference, { kind: "refused" }>["fault"];

function refusalSentence(fault: Fault): string {
  if (fault === "no_id_in_address") return t("There is no contact ID in this address.");
  if (fault === "too_long") return t("This is too long to search for. Type a part of it.");
  return faultSentence(fault);
}

const under = (heading: string, rows: readonly Row[]): Row[] =>
  rows.length === 0 ? [] : [{ label: heading, kind: vscode.QuickPickItemKind.Separator }, ...rows];

function headingOf(found: Found | undefined, account: string): string {
  const { contacts = [], total = 0 } = found ?? {};
  if (total <= contacts.length) return t("In {0}", account);
  return t("In {0}: {1} of {2}, type more to narrow it down", account, contacts.length, total);
}

/** @param hit the same contact as the server has it now, where it was found */
function recentRow({ openedAt, ...seen }: RecentContact, hit: Contact | undefined): Row[] {
  const when = timeAgo(openedAt, Date.now(), vscode.env.language);
  // What the server has found for this text may be found by what is not shown, like its email.
  return contactRow(hit ?? seen, [updateFieldButton, copyIdButton, forgetButton], hit !== undefined, when);
}

const foundRows = ({ contacts, term }: Found, recentIds: ReadonlySet<string>, isHit: boolean): Row[] =>
  contacts
    .filter(({ id }) => !recentIds.has(id))
    .flatMap((contact) => contactRow(contact, [updateFieldButton, copyIdButton], isHit, emailOfHit(contact, term)));

/** The email of a contact that is in the list for no other reason that can be seen. */
function emailOfHit({ name, company, email }: Contact, term: string): string | undefined {
  const isHit = (text: string | null | undefined) => text?.toLowerCase().includes(term.toLowerCase());
  return email && !isHit(name) && !isHit(company) ? withoutIcons(email) : undefined;
}

function contactRow(
  { id, name, company }: Pick<Contact, "id" | "name" | "company">,
  buttons: vscode.QuickInputButton[],
  isHit: boolean,
  note?: string,
): Row[] {
  const parsed = parseContactId(id);
  if (!parsed.ok) return []; // nothing that a call could be made with
  return [
    {
      label: withoutIcons(name || id),
      description: withoutIcons(company ?? ""),
      detail: [withoutIcons(id), note].filter((part) => part !== undefined).join(" · "),
      buttons,
      alwaysShow: isHit,
      choice: { kind: "open", ids: [parsed.id] },
    },
  ];
}
